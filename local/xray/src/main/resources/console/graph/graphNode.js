// Node of a drawn graph: status ring, icon, name, mean response time and rate.
import { typeLabel } from "../api/serviceGraph.js";
import { setText, svg } from "../base/dom.js";
import { typeIconGroup } from "../ui/icons.js";
import { describeElement, nodeFigures } from "./descriptions.js";
import { nodeBox, nodeTitle, RADIUS } from "./nodeBox.js";
import { StatusRing } from "./statusRing.js";

/** Baselines by the number of texts: name, figures, remark. */
const LINES = { 1: [5], 2: [-2, 16], 3: [-11, 7, 24] };

export class GraphNode {
  #options;
  #width = 0;
  #ring = new StatusRing(RADIUS);
  #title = svg("title");
  #body = svg("rect", { class: "node-body" });
  #icon;
  #texts = ["node-name", "node-stats", "node-trouble"].map((name) => svg("text", { class: name }));

  /** options: figure(node), spoken(node) and remark(node), see GraphView. */
  constructor(node, options) {
    this.#options = options;
    this.#icon = svg("g", {}, this.#ring.element, typeIconGroup(node.type, 1.15));
    this.element = svg(
      "g",
      {
        class: `node ${node.type === "client" ? "client" : ""} new`,
        "data-node": node.key,
        tabindex: -1,
        role: "button",
      },
      this.#title,
      this.#body,
      this.#icon,
      this.#texts,
    );
    requestAnimationFrame(() => requestAnimationFrame(() => this.element.classList.remove("new")));
  }

  /** width: of the box, at least. */
  update(node, width) {
    const client = node.type === "client";
    const name = client ? `Client of ${node.name}` : `${node.name}, ${typeLabel(node.type)}`;
    const remark = client ? null : this.#options.remark(node);
    this.#ring.update(client ? { total: 0 } : node.stats);
    const lines = GraphNode.lines(node, this.#options);
    this.#resize(nodeBox(node, lines, width));
    const places = LINES[lines.findLastIndex(Boolean) + 1] ?? LINES[1];
    this.#texts.forEach((text, i) => {
      setText(text, lines[i]);
      text.setAttribute("y", places[i] ?? 0);
    });
    this.#texts[2].setAttribute("class", `node-trouble ${remark?.tone ?? ""}`);
    this.element.dataset.tone = remark?.tone ?? "";
    this.element.dataset.change = node.change?.kind ?? "";
    setText(this.#title, client ? name : `${node.name}\n${typeLabel(node.type)}`);
    this.element.setAttribute("aria-label", describeElement(name, node, this.#options.spoken(node)));
  }

  /** The texts of a node: name, figures, remark. */
  static lines(node, options) {
    return [nodeTitle(node), ...nodeFigures(node, options)];
  }

  #resize({ width, height, ring, text, farSize }) {
    if (width === this.#width) return;
    this.#width = width;
    const box = { x: -width / 2, y: -height / 2, width, height, rx: height / 2 };
    for (const [name, value] of Object.entries(box)) this.#body.setAttribute(name, value);
    this.#icon.setAttribute("transform", `translate(${ring} 0)`);
    for (const each of this.#texts) each.setAttribute("x", text);
    this.element.style.setProperty("--far-size", `${farSize.toFixed(1)}px`);
  }

  place({ x, y }) {
    this.element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
  }
}
