// Histogram of response times with a brush that selects a range of times.
import { el, setChildren, svg } from "../base/dom.js";
import { duration, percent } from "../base/format.js";
import { addBrush } from "./brush.js";
import { toHistogram } from "./distribution.js";
import { AXIS_BOTTOM, AXIS_TOP, histogramAxis } from "./histogramAxis.js";

const HEIGHT = 132;
/** Width of a bar in pixels, large enough to point at. */
const BAR_WIDTH = 9;

export class Histogram {
  #entries = [];
  #chart = null;
  #width = 0;
  #onSelect;
  #plot = svg("svg", { class: "histogram", height: HEIGHT + AXIS_BOTTOM, role: "img" });
  #bars = svg("g");
  #axis = svg("g", { class: "axis" });
  #brush = svg("rect", { class: "brush", y: 0, height: HEIGHT, width: 0 });
  #from = timeInput("Slower than, in milliseconds");
  #to = timeInput("Faster than, in milliseconds");
  /** The selected times in seconds, or null. */
  selection = null;

  constructor({ onSelect = () => {} } = {}) {
    this.#onSelect = onSelect;
    this.#plot.append(this.#axis, this.#bars, this.#brush);
    new ResizeObserver(() => this.#plot.clientWidth !== this.#width && this.show(this.#entries)).observe(this.#plot);
    this.#drag();
    for (const input of [this.#from, this.#to]) input.addEventListener("change", () => this.#typed());
    const clear = el("button", { type: "button", class: "quiet", onclick: () => this.select(null) }, "Clear");
    const typed = el(
      "div",
      { class: "histogram-range" },
      this.#from,
      el("span", {}, "to"),
      this.#to,
      el("span", {}, "ms"),
      clear,
    );
    this.element = el("div", { class: "histogram-box" }, this.#plot, typed);
  }

  /** entries: those of an X-Ray histogram; null while they are loading. */
  show(entries) {
    this.#entries = entries;
    this.#width = this.#plot.clientWidth || 340;
    this.#chart = entries && toHistogram(entries, Math.min(80, Math.max(20, Math.floor(this.#width / BAR_WIDTH))));
    this.#draw();
  }

  select(range) {
    this.selection = range;
    this.#from.value = range ? round(range.from) : "";
    this.#to.value = range ? round(range.to) : "";
    this.#draw();
    this.#onSelect(range);
  }

  #draw() {
    const chart = this.#chart;
    this.#plot.classList.toggle("selectable", Boolean(chart));
    if (!chart) {
      this.#plot.setAttribute("aria-label", "No response times yet");
      this.#brush.setAttribute("width", 0);
      setChildren(this.#axis);
      setChildren(
        this.#bars,
        this.#entries &&
          svg(
            "text",
            { x: this.#width / 2, y: HEIGHT / 2, "text-anchor": "middle", class: "axis-text" },
            "No response times yet",
          ),
      );
      return;
    }
    const highest = Math.max(...chart.bars.map(({ share }) => share));
    const width = this.#width / chart.bars.length;
    setChildren(
      this.#bars,
      chart.bars.map((bar, i) => this.#bar(bar, i * width, width, highest)),
    );
    setChildren(this.#axis, histogramAxis(chart, { width: this.#width, height: HEIGHT, highest, of: "requests" }));
    this.#plot.setAttribute(
      "aria-label",
      `Response times from ${duration(chart.bars[0].from)} to ${duration(chart.bars.at(-1).to)}`,
    );
    this.#drawBrush();
  }

  #bar({ from, to, count, share }, x, width, highest) {
    const height = count ? Math.max(2, (share / highest) * (HEIGHT - AXIS_TOP)) : 0;
    const chosen = !this.selection || (to > this.selection.from && from < this.selection.to);
    const title = svg("title", {}, `${duration(from)} to ${duration(to)}: ${count} (${percent(share)})`);
    return svg(
      "rect",
      { class: chosen ? "bar" : "bar out", x: x + 0.5, y: HEIGHT - height, width: width - 1, height, rx: 1 },
      title,
    );
  }

  #drawBrush() {
    if (!this.selection) return this.#brush.setAttribute("width", 0);
    const [left, right] = [this.selection.from, this.selection.to].map(
      (value) => clamp(this.#chart.toShare(value)) * this.#width,
    );
    this.#brush.setAttribute("x", left);
    this.#brush.setAttribute("width", Math.max(1, right - left));
  }

  #drag() {
    const times = ({ from, to }) => ({ from: this.#chart.toValue(from), to: this.#chart.toValue(to) });
    addBrush(this.#plot, {
      ready: () => Boolean(this.#chart),
      onMove: (shares) => {
        this.selection = times(shares);
        this.#draw();
      },
      onEnd: (shares) => this.select(shares && times(shares)),
    });
  }

  #typed() {
    const from = Number(this.#from.value || 0) / 1000;
    const to = this.#to.value ? Number(this.#to.value) / 1000 : (this.#chart?.toValue(1) ?? 0);
    this.select((this.#from.value || this.#to.value) && from < to ? { from, to } : null);
  }
}

function timeInput(label) {
  return el("input", {
    type: "number",
    min: 0,
    step: "any",
    "aria-label": label,
    placeholder: label.startsWith("S") ? "from" : "to",
  });
}

function round(seconds) {
  return String(Number((seconds * 1000).toPrecision(3)));
}

function clamp(share) {
  return Math.min(1, Math.max(0, share));
}
