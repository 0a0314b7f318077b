// Draws response times as bars; dragging over them selects a range of times.
import { el, show, svg } from "./dom.js";
import { histogramOf } from "./distribution.js";
import { duration, percent } from "./format.js";

const WIDTH = 340;
const HEIGHT = 120;
const AXIS = 18;

export class Histogram {
  #chart = null;
  #onSelect;
  #plot = svg("svg", { class: "histogram", viewBox: `0 0 ${WIDTH} ${HEIGHT + AXIS}`, role: "img" });
  #bars = svg("g");
  #axis = svg("g", { class: "axis" });
  #brush = svg("rect", { class: "brush", y: 0, height: HEIGHT, width: 0 });
  #from = timeInput("Slower than, in milliseconds");
  #to = timeInput("Faster than, in milliseconds");
  /** The selected times in seconds, or null. */
  selection = null;

  constructor({ onSelect = () => {} } = {}) {
    this.#onSelect = onSelect;
    this.#plot.append(this.#bars, this.#brush, this.#axis);
    this.#drag();
    for (const input of [this.#from, this.#to]) input.addEventListener("change", () => this.#typed());
    const clear = el("button", { type: "button", class: "quiet", onclick: () => this.select(null) }, "Clear");
    const typed = el("div", { class: "histogram-range" }, this.#from, el("span", {}, "to"), this.#to, el("span", {}, "ms"), clear);
    this.element = el("div", { class: "histogram-box" }, this.#plot, typed);
  }

  show(entries) {
    this.#chart = histogramOf(entries);
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
      show(this.#axis);
      show(this.#bars, svg("text", { x: WIDTH / 2, y: HEIGHT / 2, "text-anchor": "middle", class: "axis-text" }, "No response times yet"));
      return;
    }
    const highest = Math.max(...chart.bars.map(({ share }) => share));
    const width = WIDTH / chart.bars.length;
    show(this.#bars, chart.bars.map((bar, i) => this.#bar(bar, i * width, width, highest)));
    show(
      this.#axis,
      svg("path", { d: `M0 ${HEIGHT + 0.5}H${WIDTH}`, class: "axis-line" }),
      [0, 0.25, 0.5, 0.75, 1].map((share) => tick(share, duration(chart.toValue(share)))),
      svg("text", { x: 2, y: 10, class: "axis-text" }, `${percent(highest)} of requests`),
    );
    this.#plot.setAttribute("aria-label", `Response times from ${duration(chart.bars[0].from)} to ${duration(chart.bars.at(-1).to)}`);
    this.#drawBrush();
  }

  #bar({ from, to, count, share }, x, width, highest) {
    const height = count ? Math.max(2, (share / highest) * (HEIGHT - 16)) : 0;
    const chosen = !this.selection || (to > this.selection.from && from < this.selection.to);
    const title = svg("title", {}, `${duration(from)} to ${duration(to)}: ${count} (${percent(share)})`);
    return svg("rect", { class: chosen ? "bar" : "bar out", x: x + 0.5, y: HEIGHT - height, width: width - 1, height, rx: 1 }, title);
  }

  #drawBrush() {
    if (!this.selection) return this.#brush.setAttribute("width", 0);
    const [left, right] = [this.selection.from, this.selection.to].map((value) => clamp(this.#chart.toShare(value)) * WIDTH);
    this.#brush.setAttribute("x", left);
    this.#brush.setAttribute("width", Math.max(1, right - left));
  }

  #drag() {
    let start = null;
    const share = (event) => {
      const box = this.#plot.getBoundingClientRect();
      return clamp((event.clientX - box.left) / box.width);
    };
    this.#plot.addEventListener("pointerdown", (event) => {
      if (!this.#chart) return;
      start = share(event);
      this.#plot.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    this.#plot.addEventListener("pointermove", (event) => {
      if (start === null) return;
      const [from, to] = [start, share(event)].sort((a, b) => a - b);
      this.selection = { from: this.#chart.toValue(from), to: this.#chart.toValue(to) };
      this.#draw();
    });
    this.#plot.addEventListener("pointerup", (event) => {
      if (start === null) return;
      const wide = Math.abs(share(event) - start) > 0.01;
      start = null;
      this.select(wide ? this.selection : null);
    });
  }

  #typed() {
    const from = Number(this.#from.value || 0) / 1000;
    const to = this.#to.value ? Number(this.#to.value) / 1000 : (this.#chart?.toValue(1) ?? 0);
    this.select((this.#from.value || this.#to.value) && from < to ? { from, to } : null);
  }
}

function tick(share, text) {
  const anchor = share === 0 ? "start" : share === 1 ? "end" : "middle";
  return svg("text", { x: share * WIDTH, y: HEIGHT + 13, "text-anchor": anchor, class: "axis-text" }, text);
}

function timeInput(label) {
  return el("input", { type: "number", min: 0, step: "any", "aria-label": label, placeholder: label.startsWith("S") ? "from" : "to" });
}

function round(seconds) {
  return String(Number((seconds * 1000).toPrecision(3)));
}

function clamp(share) {
  return Math.min(1, Math.max(0, share));
}
