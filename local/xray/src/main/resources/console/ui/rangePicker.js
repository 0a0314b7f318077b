// Pickers for time ranges.
import { el } from "../base/dom.js";
import { dateTimeLocal, fixedRange, isRange, parseRange, RELATIVE_RANGES } from "../base/timeRange.js";

/** Buttons for relative ranges and a form for a fixed one; onChange(text). */
export function rangePicker(text, onChange) {
  const range = parseRange(text);
  const buttons = RELATIVE_RANGES.map(([code, , label]) =>
    el("button", { type: "button", "aria-pressed": String(code === range.text), onclick: () => onChange(code) }, label),
  );
  const common = RELATIVE_RANGES.some(([code]) => code === range.text);
  const [custom, form] = disclosure(range, common ? "Custom…" : range.label, onChange);
  custom.setAttribute("aria-pressed", String(!common));
  const unread = text && !isRange(text);
  return el(
    "div",
    { class: "range" },
    el("div", { class: "segmented", role: "group", "aria-label": "Time range" }, buttons, custom),
    form,
    unread && el("p", { class: "hint", role: "status" }, `“${text}” isn't a time range: this is the ${range.label}.`),
  );
}

/** A button that opens the form for a fixed range; onChange(text). */
export function customRangePicker(range, words, onChange) {
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
  const from = el("input", { type: "datetime-local", step: "1", value: dateTimeLocal(range.start), required: true });
  const to = el("input", { type: "datetime-local", step: "1", value: dateTimeLocal(range.end), required: true });
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
