// Picker for the two time ranges to compare: around an event, around a moment, or each by itself.
import { el, setChildren } from "../base/dom.js";
import { clock } from "../base/format.js";
import { dateTimeLocal, fixedRange, parseRange } from "../base/timeRange.js";
import { customRangePicker } from "../ui/rangePicker.js";

const WINDOWS = [
  [30, "30 s"],
  [60, "1 min"],
  [120, "2 min"],
  [300, "5 min"],
  [900, "15 min"],
];

export class MomentPicker {
  #onChange;
  #events = [];
  #event = el("select", { "aria-label": "Event", onchange: () => this.#chooseEvent() });
  #moment = el("input", {
    type: "datetime-local",
    step: "1",
    "aria-label": "Moment",
    onchange: () => this.#chooseMoment(),
  });
  #window = el(
    "select",
    { "aria-label": "How long before and after", onchange: () => this.#chooseMoment() },
    WINDOWS.map(([seconds, text]) => el("option", { value: seconds }, `± ${text}`)),
  );
  #ranges = el("div", { class: "compare-ranges" });
  element = el("div", { class: "toolbar compare-picker" }, this.#event, this.#window, this.#moment, this.#ranges);

  /** onChange({ before, after }) receives ranges as texts. */
  constructor({ onChange }) {
    this.#onChange = onChange;
  }

  /** before and after: ranges as texts; events: the events to choose from, oldest first. */
  show(before, after, events) {
    const asked = JSON.stringify([before, after, events]);
    if (this.element.dataset.asked === asked) return;
    this.element.dataset.asked = asked;
    this.#events = events;
    const [first, second] = [parseRange(before), parseRange(after)];
    this.#moment.value = dateTimeLocal(second.start);
    const seconds = WINDOWS.map(([each]) => each).sort(
      (a, b) => Math.abs(a - second.seconds) - Math.abs(b - second.seconds),
    )[0];
    this.#window.value = String(seconds);
    this.#drawEvents(second.start);
    setChildren(
      this.#ranges,
      this.#range("Before", first, (text) => this.#onChange({ before: text, after })),
      this.#range("After", second, (text) => this.#onChange({ before, after: text })),
    );
  }

  #drawEvents(moment) {
    this.#event.hidden = !this.#events.length;
    const nearest = this.#events.findIndex(({ time }) => Math.abs(time - moment) < 1);
    const options = this.#events
      .map(({ time, title }, i) => el("option", { value: i, selected: i === nearest }, `${clock(time)} ${title}`))
      .reverse();
    setChildren(this.#event, el("option", { value: "", selected: nearest < 0 }, "Around an event…"), options);
  }

  #range(label, range, onChange) {
    const words = `${clock(range.start)} – ${clock(range.end)}`;
    return el(
      "div",
      { class: `compare-range ${label.toLowerCase()}` },
      el("span", {}, label),
      customRangePicker(range, words, onChange),
    );
  }

  #chooseEvent() {
    const event = this.#events[Number(this.#event.value)];
    if (this.#event.value !== "" && event) this.#choose(event.time);
  }

  #chooseMoment() {
    const time = new Date(this.#moment.value).getTime() / 1000;
    if (!Number.isNaN(time)) this.#choose(time);
  }

  /** Clears the cached state, so that the next show() updates the controls even if the ranges stay the same. */
  #choose(time) {
    this.element.dataset.asked = "";
    const seconds = Number(this.#window.value);
    this.#onChange({ before: fixedRange(time - seconds, time), after: fixedRange(time, time + seconds) });
  }
}
