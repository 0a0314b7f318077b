// Time chart: bars stacked by status, or a line, with event marks. A brush selects a time range.
import { STATUSES } from "../api/serviceGraph.js";
import { el, setChildren, svg } from "../base/dom.js";
import { clock } from "../base/format.js";
import { eventMarks } from "./eventMarks.js";
import { clockTicks, timeScale } from "./timeAxis.js";

const AXIS_HEIGHT = 16;
/** Space above the bars for the events' flags, and as much again for the labels of spans. */
const FLAG_HEIGHT = 14;

export class TimeChart {
  #label;
  #format;
  #height;
  #onSelect;
  #shown = null;
  #plot = svg("svg", { class: "timechart", role: "group" });
  #brush = null;
  #caption = el("figcaption");

  /**
   * format(value) formats the highest value; onSelect({ start, end }) is optional and receives the selected time range.
   */
  constructor({ label, format, height = 76, onSelect = null }) {
    this.#label = label;
    this.#format = format;
    this.#height = height;
    this.#onSelect = onSelect;
    this.#plot.setAttribute("height", height + AXIS_HEIGHT);
    this.#plot.classList.toggle("selectable", Boolean(onSelect));
    this.element = el("figure", { class: "timechart-box" }, this.#caption, this.#plot);
    new ResizeObserver(() => this.#shown && this.#draw()).observe(this.element);
    if (onSelect) this.#drag();
  }

  /**
   * range: { start, end }; events: [{ time, title }]; stacks: [{ from, to, values: { ok, error, fault, throttle } }] or
   * points: [{ time, value }]; spans: [{ start, end, name, label }] to highlight; pending: whether the values are
   * loading. All times are epoch seconds.
   */
  show({ range, stacks = [], points = [], events = [], spans = [], pending = false }) {
    this.#shown = { range, stacks, points, events, spans, pending };
    this.#draw();
  }

  #draw() {
    const { range, stacks, points, events, spans, pending } = this.#shown;
    const head = spans.length ? 2 * FLAG_HEIGHT : FLAG_HEIGHT;
    const width = this.#plot.clientWidth || 340;
    const x = timeScale(range, width);
    const highest = Math.max(0, ...stacks.map(({ values }) => sum(values)), ...points.map(({ value }) => value));
    const y = (value) => this.#height - (highest ? value / highest : 0) * (this.#height - head);
    const most = pending ? "…" : highest ? `at most ${this.#format(highest)}` : "none";
    setChildren(this.#caption, el("b", {}, this.#label), el("span", {}, most));
    this.#plot.setAttribute("aria-label", `${this.#label} over time, ${most}`);
    this.#brush = svg("rect", { class: "brush", y: head, height: this.#height - head, width: 0 });
    const focused = this.#plot.contains(document.activeElement) ? document.activeElement.dataset.event : null;
    setChildren(
      this.#plot,
      this.#axis(range, x, width, head),
      stacks.map((stack) => this.#stack(stack, x, y)),
      line(points, x, y),
      spans.map((span) => this.#span(span, x)),
      this.#brush,
      eventMarks(
        events.filter(({ time }) => time >= range.start && time <= range.end),
        x,
        { top: head - FLAG_HEIGHT, bottom: this.#height },
      ),
    );
    if (focused) this.#plot.querySelector(`[data-event="${CSS.escape(focused)}"]`)?.focus();
  }

  #axis(range, x, width, head) {
    const ticks = clockTicks(range, Math.max(2, Math.floor(width / 110)));
    const text = (time) => {
      const at = x(time);
      const anchor = at < 24 ? "start" : at > width - 24 ? "end" : "middle";
      return svg(
        "text",
        { class: "axis-text", x: at.toFixed(1), y: this.#height + 13, "text-anchor": anchor },
        clock(time).replace(/:00$/, ""),
      );
    };
    const grid = ticks.map((time) =>
      svg("path", { class: "grid-line", d: `M${x(time).toFixed(1)} ${head}V${this.#height}` }),
    );
    return [grid, svg("path", { class: "axis-line", d: `M0 ${this.#height + 0.5}H${width}` }), ticks.map(text)];
  }

  #stack({ from, to, values }, x, y) {
    const left = x(from) + 1;
    const width = Math.max(1, x(to) - x(from) - 2);
    let top = 0;
    const parts = STATUSES.filter((status) => values[status] > 0).map((status) => {
      const bottom = y(top);
      top += values[status];
      const height = Math.max(1.5, bottom - y(top));
      return svg("rect", {
        class: `stack ${status}`,
        x: left.toFixed(1),
        y: (bottom - height).toFixed(1),
        width: width.toFixed(1),
        height: height.toFixed(1),
      });
    });
    const words = STATUSES.filter((status) => values[status] > 0).map(
      (status) => `${status} ${this.#format(values[status])}`,
    );
    return svg("g", {}, svg("title", {}, `${clock(from)} to ${clock(to)}: ${words.join(", ")}`), parts);
  }

  #span({ start, end, name, label }, x) {
    const [left, right] = [x(start), x(end)];
    return svg(
      "g",
      { class: `span ${name}` },
      svg("rect", { x: left.toFixed(1), y: 0, width: Math.max(1, right - left).toFixed(1), height: this.#height }),
      svg("text", { x: ((left + right) / 2).toFixed(1), y: 11, "text-anchor": "middle" }, label),
    );
  }

  #drag() {
    let from = null;
    const at = (event) => {
      const box = this.#plot.getBoundingClientRect();
      return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    };
    const stretch = (event) => [from, at(event)].sort((a, b) => a - b);
    this.#plot.addEventListener("pointerdown", (event) => {
      if (!this.#shown || event.target.closest(".event-mark")) return;
      from = at(event);
      this.#plot.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    this.#plot.addEventListener("pointermove", (event) => {
      if (from === null) return;
      const [left, right] = stretch(event).map((share) => share * this.#plot.clientWidth);
      this.#brush.setAttribute("x", left);
      this.#brush.setAttribute("width", right - left);
    });
    this.#plot.addEventListener("pointerup", (event) => {
      if (from === null) return;
      const { start, end } = this.#shown.range;
      const [left, right] = stretch(event).map((share) => start + share * (end - start));
      from = null;
      this.#brush.setAttribute("width", 0);
      if (right - left >= 1) this.#onSelect({ start: left, end: right });
    });
    this.#plot.addEventListener("pointercancel", () => (from = null));
  }
}

function line(points, x, y) {
  if (!points.length) return null;
  const places = [...points]
    .sort((a, b) => a.time - b.time)
    .map(({ time, value }) => `${x(time).toFixed(1)} ${y(value).toFixed(1)}`);
  if (places.length === 1)
    return svg("circle", { class: "spark-dot", r: 3, cx: places[0].split(" ")[0], cy: places[0].split(" ")[1] });
  return svg("path", { class: "spark", d: `M${places.join("L")}` });
}

function sum(values) {
  return STATUSES.reduce((total, status) => total + (values[status] ?? 0), 0);
}
