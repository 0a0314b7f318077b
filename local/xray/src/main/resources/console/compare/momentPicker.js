// Chooses the two stretches of time to compare: around an event, around a moment, or each by itself.
import { el, show } from "../base/dom.js";
import { clock } from "../base/format.js";
import { customRange, fixedRange, localTime, toRange } from "../base/timeRange.js";

const AROUND = [[30, "30 s"], [60, "1 min"], [120, "2 min"], [300, "5 min"], [900, "15 min"]];

export class ComparePicker {
  #onChange;
  #before = null;
  #after = null;
  #events = [];
  #event = el("select", { "aria-label": "Event", onchange: () => this.#chooseEvent() });
  #moment = el("input", { type: "datetime-local", step: "1", "aria-label": "Moment", onchange: () => this.#around() });
  #window = el("select", { "aria-label": "How long before and after", onchange: () => this.#around() }, AROUND.map(([seconds, text]) => el("option", { value: seconds }, `± ${text}`)));
  #ranges = el("div", { class: "compare-ranges" });
  element = el("div", { class: "toolbar compare-picker" }, this.#event, this.#window, this.#moment, this.#ranges);

  /** onChange({ before, after }) hears ranges as texts. */
  constructor({ onChange }) {
    this.#onChange = onChange;
  }

  /** before and after: texts of ranges; events: those one can choose from, oldest first. */
  show(before, after, events) {
    const asked = JSON.stringify([before, after, events]);
    if (this.element.dataset.asked === asked) return;
    this.element.dataset.asked = asked;
    [this.#before, this.#after, this.#events] = [before, after, events];
    const [first, second] = [toRange(before), toRange(after)];
    this.#moment.value = localTime(second.start);
    const seconds = AROUND.map(([each]) => each).sort((a, b) => Math.abs(a - second.seconds) - Math.abs(b - second.seconds))[0];
    this.#window.value = String(seconds);
    this.#drawEvents(second.start);
    show(this.#ranges, this.#range("Before", before, first, (text) => this.#onChange({ before: text, after })), this.#range("After", after, second, (text) => this.#onChange({ before, after: text })));
  }

  #drawEvents(moment) {
    this.#event.hidden = !this.#events.length;
    const nearest = this.#events.findIndex(({ time }) => Math.abs(time - moment) < 1);
    const options = this.#events.map(({ time, title }, i) => el("option", { value: i, selected: i === nearest }, `${clock(time)} ${title}`)).reverse();
    show(this.#event, el("option", { value: "", selected: nearest < 0 }, "Around an event…"), options);
  }

  #range(label, text, range, onChange) {
    const words = `${clock(range.start)} – ${clock(range.end)}`;
    return el("div", { class: `compare-range ${label.toLowerCase()}` }, el("span", {}, label), customRange(range, words, onChange));
  }

  #chooseEvent() {
    const event = this.#events[Number(this.#event.value)];
    if (this.#event.value !== "" && event) this.#choose(event.time);
  }

  #around() {
    const time = new Date(this.#moment.value).getTime() / 1000;
    if (!Number.isNaN(time)) this.#choose(time);
  }

  /** From here on the controls show what was asked for, not what is shown: the next show() sets them, whatever it is. */
  #choose(time) {
    this.element.dataset.asked = "";
    const seconds = Number(this.#window.value);
    this.#onChange({ before: fixedRange(time - seconds, time), after: fixedRange(time, time + seconds) });
  }
}
