// Axes of a histogram: response times below the bars, the share of the highest bar above them.
import { svg } from "../base/dom.js";
import { duration, percent } from "../base/format.js";
import { histogramTicks } from "./distribution.js";

/** Space above the bars, and below them for the times. */
export const AXIS_TOP = 16;
export const AXIS_BOTTOM = 20;

/**
 * scale: a histogram's; highest: the share of the highest bar, which is drawn from AXIS_TOP to height; of: what it is a
 * share of.
 */
export function histogramAxis(scale, { width, height, highest, of }) {
  const label = (value) => {
    const x = scale.toShare(value) * width;
    const anchor = x < 20 ? "start" : x > width - 24 ? "end" : "middle";
    return [
      svg("path", { class: "grid-line", d: `M${x.toFixed(1)} ${AXIS_TOP}V${height}` }),
      svg("text", { class: "axis-text", x: x.toFixed(1), y: height + 15, "text-anchor": anchor }, duration(value)),
    ];
  };
  return [
    histogramTicks(scale, width > 500 ? 6 : 4).map(label),
    svg("path", { class: "axis-line", d: `M0 ${height + 0.5}H${width}` }),
    svg("text", { class: "axis-text", x: 2, y: 10 }, `${percent(highest)} of ${of}`),
  ];
}
