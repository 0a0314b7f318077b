// Status ring of a node: one arc per status, clockwise from the top.
import { STATUSES } from "../api/serviceGraph.js";
import { svg } from "../base/dom.js";

const MIN_ARC = 2;

/** { ok: 97, fault: 3, … } → arcs in hundredths of the circle. Each status that occurs has a minimum length. */
export function ringArcs(stats) {
  if (!stats.total) return [];
  const lengths = STATUSES.map((status) =>
    stats[status] ? Math.max((stats[status] / stats.total) * 100, MIN_ARC) : 0,
  );
  const excess = lengths.reduce((a, b) => a + b, 0) - 100;
  lengths[lengths.indexOf(Math.max(...lengths))] -= excess;
  let start = 0;
  return STATUSES.map((status, i) => {
    const arc = { status, start, length: lengths[i] };
    start += lengths[i];
    return arc;
  });
}

export class StatusRing {
  #circles;

  constructor(radius) {
    const circle = (status) =>
      svg("circle", { class: `ring-arc ${status}`, r: radius, pathLength: 100, "stroke-dasharray": "0 100" });
    this.#circles = Object.fromEntries(STATUSES.map((status) => [status, circle(status)]));
    const track = svg("circle", { class: "ring-track", r: radius });
    this.element = svg("g", { class: "ring", transform: "rotate(-90)" }, track, Object.values(this.#circles));
  }

  update(stats) {
    for (const { status, start, length } of ringArcs(stats)) {
      const circle = this.#circles[status];
      circle.setAttribute("stroke-dasharray", `${length.toFixed(2)} ${(100 - length).toFixed(2)}`);
      circle.setAttribute("stroke-dashoffset", (-start).toFixed(2));
      circle.classList.toggle("none", length === 0);
    }
  }
}
