// Node of a drawn graph: status ring, icon, name, mean response time and rate.
import { typeLabel } from "../api/serviceGraph.js";
import { setText, svg } from "../base/dom.js";
import { typeIconGroup } from "../ui/icons.js";
import { describeElement, meanTime } from "./descriptions.js";
import { nodeBox, nodeTitle, RADIUS } from "./nodeBox.js";
import { StatusRing } from "./statusRing.js";

/** Baselines by the number of texts: name, figures, remark. */
const LINES = { 1: [5], 2: [-2, 16], 3: [-11, 7, 24] };

export class GraphNode {
  #figure;
  #remark;
  #ring = new StatusRing(RADIUS);
  #title = svg("title");
  #texts;

  /** figure(node) and remark(node): see GraphView. */
  constructor(node, { figure, remark }) {
    this.#figure = figure;
    this.#remark = remark;
    const { width, height, ring, text } = nodeBox(node);
    this.#texts = ["node-name", "node-stats", "node-trouble"].map((name) => svg("text", { class: name, x: text }));
    this.element = svg(
      "g",
      {
        class: `node ${node.type === "client" ? "client" : ""} new`,
        "data-node": node.key,
        tabindex: 0,
        role: "button",
      },
      this.#title,
      svg("rect", { class: "node-body", x: -width / 2, y: -height / 2, width, height, rx: height / 2 }),
      svg("g", { transform: `translate(${ring} 0)` }, this.#ring.element, typeIconGroup(node.type, 1.15)),
      this.#texts,
    );
    requestAnimationFrame(() => requestAnimationFrame(() => this.element.classList.remove("new")));
  }

  update(node) {
    const client = node.type === "client";
    const name = client ? `Client of ${node.name}` : `${node.name}, ${typeLabel(node.type)}`;
    const remark = client ? null : this.#remark(node);
    this.#ring.update(client ? { total: 0 } : node.stats);
    const lines = [
      nodeTitle(node),
      [client ? "" : meanTime(node), this.#figure(node)].filter(Boolean).join(" · "),
      remark?.text ?? "",
    ];
    const places = LINES[lines.findLastIndex(Boolean) + 1] ?? LINES[1];
    this.#texts.forEach((text, i) => {
      setText(text, lines[i]);
      text.setAttribute("y", places[i] ?? 0);
    });
    this.#texts[2].setAttribute("class", `node-trouble ${remark?.tone ?? ""}`);
    this.element.dataset.tone = remark?.tone ?? "";
    this.element.dataset.change = node.change?.kind ?? "";
    setText(this.#title, client ? name : `${node.name}\n${typeLabel(node.type)}`);
    this.element.setAttribute("aria-label", describeElement(name, node));
  }

  place({ x, y }) {
    this.element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
  }
}
