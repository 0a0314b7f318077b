// A small line over time, for rate and latency in the map's panel.
import { svg } from "./dom.js";
import { clock } from "./format.js";

const WIDTH = 340;
const HEIGHT = 56;

/** points: [{ time, value }] in any order, over a range; format writes the highest value. */
export function sparkline(points, range, format, label) {
  const sorted = [...points].sort((a, b) => a.time - b.time);
  const highest = Math.max(...sorted.map(({ value }) => value), 0) || 1;
  const x = (time) => ((time - range.start) / (range.end - range.start)) * WIDTH;
  const y = (value) => HEIGHT - (value / highest) * (HEIGHT - 16);
  const line = sorted.map(({ time, value }, i) => `${i ? "L" : "M"}${x(time).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  return svg(
    "svg",
    { class: "sparkline", viewBox: `0 0 ${WIDTH} ${HEIGHT + 16}`, role: "img", "aria-label": `${label}, at most ${format(highest)}` },
    svg("path", { class: "axis-line", d: `M0 ${HEIGHT + 0.5}H${WIDTH}` }),
    svg("path", { class: "spark", d: line }),
    sorted.length === 1 && svg("circle", { class: "spark-dot", r: 2.5, cx: x(sorted[0].time), cy: y(sorted[0].value) }),
    svg("text", { class: "axis-text", x: 2, y: 10 }, `${label}: at most ${format(highest)}`),
    svg("text", { class: "axis-text", x: 0, y: HEIGHT + 13 }, clock(range.start)),
    svg("text", { class: "axis-text", x: WIDTH, y: HEIGHT + 13, "text-anchor": "end" }, clock(range.end)),
  );
}
