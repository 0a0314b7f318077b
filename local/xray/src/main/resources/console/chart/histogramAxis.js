// The axes of a drawn distribution: round times below, and at the top what the highest bar stands for.
import { svg } from "../base/dom.js";
import { axisTicks } from "./distribution.js";
import { duration, percent } from "../base/format.js";

/** Room above the bars, and below them for the times. */
export const HEAD = 16;
export const FOOT = 20;

/** scale is a histogram's; the bars are drawn from HEAD to height; highest is a share of what "of" names. */
export function distributionAxis(scale, { width, height, highest, of }) {
  const label = (value) => {
    const x = scale.toShare(value) * width;
    const anchor = x < 20 ? "start" : x > width - 24 ? "end" : "middle";
    return [
      svg("path", { class: "grid-line", d: `M${x.toFixed(1)} ${HEAD}V${height}` }),
      svg("text", { class: "axis-text", x: x.toFixed(1), y: height + 15, "text-anchor": anchor }, duration(value)),
    ];
  };
  return [
    axisTicks(scale, width > 500 ? 6 : 4).map(label),
    svg("path", { class: "axis-line", d: `M0 ${height + 0.5}H${width}` }),
    svg("text", { class: "axis-text", x: 2, y: 10 }, `${percent(highest)} of ${of}`),
  ];
}
