// Which stretch of time a screen looks at: "PT5M" (the last five minutes, moving) or "start~end" (fixed).
import { el } from "./dom.js";
import { clock } from "./format.js";

export const DEFAULT_RANGE = "PT5M";

const LAST = [
  ["PT1M", 60, "1 min"],
  ["PT5M", 300, "5 min"],
  ["PT15M", 900, "15 min"],
  ["PT1H", 3600, "1 hour"],
  ["PT6H", 21600, "6 hours"],
];

/** { text, live, seconds, start, end, label } as of now; an unreadable range is the default one. */
export function toRange(text, now = Date.now() / 1000) {
  const last = LAST.find(([code]) => code === text);
  if (last) return { text, live: true, seconds: last[1], start: now - last[1], end: now, label: `last ${last[2]}` };
  const [start, end] = String(text ?? "").split("~").map(toEpoch);
  if (start < end) {
    return { text, live: false, seconds: end - start, start, end, label: `${clock(start)} to ${clock(end)}` };
  }
  return toRange(DEFAULT_RANGE, now);
}

export function fixedRange(start, end) {
  return `${iso(start)}~${iso(end)}`;
}

/** The buttons; calls onChange with the new range's text. */
export function rangePicker(text, onChange) {
  const range = toRange(text);
  const buttons = LAST.map(([code, , label]) =>
    el("button", { type: "button", "aria-pressed": String(code === range.text), onclick: () => onChange(code) }, label),
  );
  const form = customForm(range, onChange);
  const custom = el(
    "button",
    {
      type: "button",
      "aria-pressed": String(!range.live),
      "aria-expanded": "false",
      onclick: () => {
        form.hidden = !form.hidden;
        custom.setAttribute("aria-expanded", String(!form.hidden));
      },
    },
    range.live ? "Custom…" : range.label,
  );
  return el("div", { class: "range" }, el("div", { class: "segmented", role: "group", "aria-label": "Time range" }, buttons, custom), form);
}

function customForm(range, onChange) {
  const from = el("input", { type: "datetime-local", step: "1", value: local(range.start), required: true });
  const to = el("input", { type: "datetime-local", step: "1", value: local(range.end), required: true });
  return el(
    "form",
    {
      class: "popover",
      hidden: true,
      onsubmit: (event) => {
        event.preventDefault();
        const [start, end] = [from, to].map((input) => new Date(input.value).getTime() / 1000);
        to.setCustomValidity(start < end ? "" : "The end must lie after the start.");
        if (to.reportValidity()) onChange(fixedRange(start, end));
      },
    },
    el("label", {}, "From", from),
    el("label", {}, "To", to),
    el("button", { class: "primary" }, "Show"),
  );
}

function toEpoch(text) {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : Date.parse(text) / 1000;
}

function iso(epochSeconds) {
  return new Date(epochSeconds * 1000).toISOString();
}

function local(epochSeconds) {
  const date = new Date(epochSeconds * 1000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 19);
}
