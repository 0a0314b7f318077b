// Arrowheads of edges.
import { svg } from "../base/dom.js";

/** SVG markers for the ends of edges, one for each status. */
export function arrowheads() {
  const head = (name) =>
    svg(
      "marker",
      {
        id: `arrow-${name}`,
        class: `arrow ${name}`,
        viewBox: "0 0 10 10",
        refX: 1,
        refY: 5,
        markerWidth: 11,
        markerHeight: 11,
        markerUnits: "userSpaceOnUse",
        orient: "auto",
      },
      svg("path", { d: "M0 0.500 10 5 0 9.500Z" }),
    );
  return svg("defs", {}, ["calm", "error", "fault", "throttle"].map(head));
}
