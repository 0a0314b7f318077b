// One edge of the map: a line that is thicker the more calls go along it, with how long they take and how many they are.
import { svg, setText } from "../base/dom.js";
import { edgePath, labelPlace } from "./edgePath.js";
import { trouble } from "../api/serviceGraph.js";
import { describe, meanTime } from "./graphNode.js";

const LINE = 16;
const CHARACTER = 7.4;

export class MapEdge {
  #figure;
  #hit = svg("path", { class: "edge-hit" });
  #line = svg("path", { class: "edge-line" });
  #plate = svg("rect", { class: "edge-plate", rx: 5 });
  #texts = [0, 1].map(() => svg("text", { class: "edge-text", "text-anchor": "middle" }));
  label = svg("g", { class: "edge-label" }, this.#plate, this.#texts);

  /** figure(edge): see MapView. */
  constructor(edge, { figure, onSelect }) {
    this.#figure = figure;
    this.element = svg("g", { class: `edge new ${edge.link ? "link" : ""}`, "data-edge": edge.key, tabindex: 0, role: "button" }, this.#hit, this.#line);
    for (const part of [this.element, this.label]) part.addEventListener("click", onSelect);
    requestAnimationFrame(() => requestAnimationFrame(() => this.element.classList.remove("new")));
  }

  /** busiest: how many calls the busiest edge of the map has. */
  update(edge, busiest) {
    const wrong = trouble(edge);
    this.element.dataset.change = edge.change?.kind ?? "";
    this.#line.style.strokeWidth = (1.4 + 4 * Math.sqrt(edge.stats.total / busiest)).toFixed(2);
    this.#line.setAttribute("class", `edge-line ${wrong ?? ""}`);
    this.#line.setAttribute("marker-end", `url(#arrow-${wrong ?? "calm"})`);
    this.#write([meanTime(edge), this.#figure(edge)].filter(Boolean));
    this.element.setAttribute("aria-label", describe(`${edge.from.type === "client" ? "Client" : edge.from.name} to ${edge.to.name}`, edge));
  }

  #write(lines) {
    const height = lines.length * LINE;
    this.#texts.forEach((text, i) => {
      setText(text, lines[i] ?? "");
      text.setAttribute("y", (i + 1) * LINE - height / 2 - 4);
    });
    const width = lines.length ? Math.max(...lines.map(({ length }) => length)) * CHARACTER + 8 : 0;
    for (const [name, value] of Object.entries({ x: -width / 2, y: -height / 2, width, height })) this.#plate.setAttribute(name, value);
  }

  /** from and to are its nodes' boxes; route is the layout's, or null. */
  place(from, to, route) {
    const d = edgePath(from, to, route);
    if (this.#line.getAttribute("d") === d) return;
    this.#hit.setAttribute("d", d);
    this.#line.setAttribute("d", d);
    const at = labelPlace(this.#line, route);
    this.label.setAttribute("transform", `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`);
  }
}

/** What the ends of edges refer to, one for each colour. */
export function arrowheads() {
  const head = (name) =>
    svg(
      "marker",
      { id: `arrow-${name}`, class: `arrow ${name}`, viewBox: "0 0 10 10", refX: 1, refY: 5, markerWidth: 11, markerHeight: 11, markerUnits: "userSpaceOnUse", orient: "auto" },
      svg("path", { d: "M0 0.500 10 5 0 9.500Z" }),
    );
  return svg("defs", {}, ["calm", "error", "fault", "throttle"].map(head));
}
