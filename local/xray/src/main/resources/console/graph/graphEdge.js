// Edge of a drawn graph: a line whose width shows the number of calls, with its mean response time and rate.
import { worstStatus } from "../api/serviceGraph.js";
import { setText, svg } from "../base/dom.js";
import { describeElement, meanTime } from "./descriptions.js";
import { edgePath, labelPosition } from "./edgePath.js";

const LINE = 16;
const CHARACTER = 7.4;

export class GraphEdge {
  #figure;
  #spoken;
  #hit = svg("path", { class: "edge-hit" });
  #line = svg("path", { class: "edge-line" });
  #labelBackground = svg("rect", { class: "edge-plate", rx: 5 });
  #texts = [0, 1].map(() => svg("text", { class: "edge-text", "text-anchor": "middle" }));
  label = svg("g", { class: "edge-label" }, this.#labelBackground, this.#texts);

  /** figure(edge) and spoken(edge): see GraphView. */
  constructor(edge, { figure, spoken, onSelect }) {
    [this.#figure, this.#spoken] = [figure, spoken];
    this.element = svg(
      "g",
      { class: `edge new ${edge.link ? "link" : ""}`, "data-edge": edge.key, tabindex: -1, role: "button" },
      this.#hit,
      this.#line,
    );
    for (const part of [this.element, this.label]) part.addEventListener("click", onSelect);
    requestAnimationFrame(() => requestAnimationFrame(() => this.element.classList.remove("new")));
  }

  /** busiest: the number of calls of the busiest edge. */
  update(edge, busiest) {
    const wrong = worstStatus(edge);
    this.element.dataset.change = edge.change?.kind ?? "";
    this.#line.style.strokeWidth = (1.4 + 4 * Math.sqrt(edge.stats.total / busiest)).toFixed(2);
    this.#line.setAttribute("class", `edge-line ${wrong ?? ""}`);
    this.#line.setAttribute("marker-end", `url(#arrow-${wrong ?? "calm"})`);
    this.#write([meanTime(edge), this.#figure(edge)].filter(Boolean));
    this.element.setAttribute(
      "aria-label",
      describeElement(
        `${edge.from.type === "client" ? "Client" : edge.from.name} to ${edge.to.name}`,
        edge,
        this.#spoken(edge),
      ),
    );
  }

  #write(lines) {
    const height = lines.length * LINE;
    this.#texts.forEach((text, i) => {
      setText(text, lines[i] ?? "");
      text.setAttribute("y", (i + 1) * LINE - height / 2 - 4);
    });
    const width = lines.length ? Math.max(...lines.map(({ length }) => length)) * CHARACTER + 8 : 0;
    for (const [name, value] of Object.entries({ x: -width / 2, y: -height / 2, width, height }))
      this.#labelBackground.setAttribute(name, value);
  }

  /** from and to: the nodes' boxes; route: the layout's, or null. */
  place(from, to, route) {
    const d = edgePath(from, to, route);
    if (this.#line.getAttribute("d") === d) return;
    this.#hit.setAttribute("d", d);
    this.#line.setAttribute("d", d);
    const at = labelPosition(this.#line, route);
    this.label.setAttribute("transform", `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`);
  }
}
