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

/** { text, live, seconds, start, end, label, within } as of now; an unreadable range is the default one. */
export function toRange(text, now = Date.now() / 1000) {
  const last = LAST.find(([code]) => code === text);
  if (last) return { text, live: true, seconds: last[1], start: now - last[1], end: now, label: `last ${last[2]}`, within: `in the last ${last[2]}` };
  const [start, end] = String(text ?? "").split("~").map(toEpoch);
  if (start < end) {
    const label = `${clock(start)} to ${clock(end)}`;
    return { text, live: false, seconds: end - start, start, end, label, within: `from ${label}` };
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
  const [custom, form] = disclosure(range, range.live ? "Custom…" : range.label, onChange);
  custom.setAttribute("aria-pressed", String(!range.live));
  return el("div", { class: "range" }, el("div", { class: "segmented", role: "group", "aria-label": "Time range" }, buttons, custom), form);
}

/** A button that opens the form for one fixed range; calls onChange with its text. */
export function customRange(range, words, onChange) {
  return el("div", { class: "range" }, disclosure(range, words, onChange));
}

function disclosure(range, words, onChange) {
  const form = customForm(range, onChange);
  const button = el("button", { type: "button", "aria-expanded": "false" }, words);
  const open = (shown) => {
    form.hidden = !shown;
    button.setAttribute("aria-expanded", String(shown));
  };
  button.addEventListener("click", () => open(form.hidden));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    open(false);
    button.focus();
  });
  return [button, form];
}

function customForm(range, onChange) {
  const from = el("input", { type: "datetime-local", step: "1", value: localTime(range.start), required: true });
  const to = el("input", { type: "datetime-local", step: "1", value: localTime(range.end), required: true });
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

/** As an input of type datetime-local wants it. */
export function localTime(epochSeconds) {
  const date = new Date(epochSeconds * 1000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 19);
}
