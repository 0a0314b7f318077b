// Two histograms of response times on one scale: A as filled bars, B as an outline. A brush selects a range of times.
import { el, setChildren, svg } from "../base/dom.js";
import { duration, percent } from "../base/format.js";
import { addBrush } from "./brush.js";
import { toHistograms } from "./distribution.js";
import { AXIS_BOTTOM, AXIS_TOP, histogramAxis } from "./histogramAxis.js";

const HEIGHT = 190;

export class HistogramComparison {
  #histograms = null;
  #lists = [];
  #plot = svg("svg", { class: "overlay selectable", height: HEIGHT + AXIS_BOTTOM, role: "img" });
  #brush = svg("rect", { class: "brush", y: 0, height: HEIGHT, width: 0 });

  /** onSelect({ from, to }) is called with the selected range in seconds. */
  constructor({ onSelect }) {
    this.element = el("div", { class: "overlay-box" }, this.#plot);
    new ResizeObserver(() => this.#draw()).observe(this.element);
    addBrush(this.#plot, {
      ready: () => Boolean(this.#histograms),
      onMove: (shares) => this.#mark(shares),
      onEnd: (shares) => {
        this.#mark({ from: 0, to: 0 });
        if (shares)
          onSelect({ from: this.#histograms[0].toValue(shares.from), to: this.#histograms[0].toValue(shares.to) });
      },
    });
  }

  /** Takes one list of entries, or two. */
  show(...lists) {
    this.#lists = lists;
    this.#draw();
  }

  #draw() {
    const width = this.#plot.clientWidth || 600;
    this.#histograms = toHistograms(this.#lists, Math.max(20, Math.min(80, Math.floor(width / 14))));
    if (!this.#histograms) {
      this.#plot.setAttribute("aria-label", "No response times");
      return setChildren(
        this.#plot,
        svg("text", { class: "axis-text", x: width / 2, y: HEIGHT / 2, "text-anchor": "middle" }, "No response times"),
      );
    }
    const [a, b] = this.#histograms;
    const highest = Math.max(...this.#histograms.flatMap(({ bars }) => bars.map(({ share }) => share)));
    const y = (share) => HEIGHT - (share / highest) * (HEIGHT - AXIS_TOP);
    const step = width / a.bars.length;
    this.#plot.setAttribute(
      "aria-label",
      `Response times from ${duration(a.toValue(0))} to ${duration(a.toValue(1))}${b ? ", A and B on one scale" : ""}`,
    );
    setChildren(
      this.#plot,
      histogramAxis(a, { width, height: HEIGHT, highest, of: "the set" }),
      a.bars.map(
        ({ share }, i) =>
          share > 0 &&
          svg("rect", {
            class: "bar-a",
            x: (i * step + 0.5).toFixed(1),
            y: y(share).toFixed(1),
            width: Math.max(1, step - 1).toFixed(1),
            height: (HEIGHT - y(share)).toFixed(1),
          }),
      ),
      b && svg("path", { class: "line-b", d: outline(b.bars, step, y) }),
      a.bars.map((bar, i) =>
        svg(
          "rect",
          { class: "bar-hit", x: i * step, y: 0, width: step, height: HEIGHT },
          svg("title", {}, describeBar(bar, b?.bars[i])),
        ),
      ),
      this.#brush,
    );
  }

  #mark({ from, to }) {
    const width = this.#plot.clientWidth;
    this.#brush.setAttribute("x", from * width);
    this.#brush.setAttribute("width", (to - from) * width);
  }
}

function outline(bars, step, y) {
  const steps = bars.map(
    ({ share }, i) => `L${(i * step).toFixed(1)} ${y(share).toFixed(1)}H${((i + 1) * step).toFixed(1)}`,
  );
  return `M0 ${HEIGHT}${steps.join("")}V${HEIGHT}`;
}

function describeBar(a, b) {
  const share = (name, { count, share: of }) => `${name} ${count} (${percent(of)})`;
  return `${duration(a.from)} to ${duration(a.to)}: ${[share("A", a), b && share("B", b)].filter(Boolean).join(", ")}`;
}
