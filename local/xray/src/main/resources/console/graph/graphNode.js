// One node of the map: its ring, its icon, its name and how it fares.
import { svg, setText } from "../base/dom.js";
import { duration, percent, rate } from "../base/format.js";
import { trouble, typeLabel } from "../api/serviceGraph.js";
import { iconGroup } from "../ui/icons.js";
import { boxOf, nodeTitle, RADIUS } from "./nodeBox.js";
import { Ring } from "./statusRing.js";

const WORDS = { fault: "faults", error: "errors", throttle: "throttled" };
/** Where the base lines of so many texts lie: name, figures, remark. */
const LINES = { 1: [5], 2: [-2, 16], 3: [-11, 7, 24] };

export class MapNode {
  #figure;
  #remark;
  #ring = new Ring(RADIUS);
  #title = svg("title");
  #texts;

  /** figure(node) and remark(node): see MapView. */
  constructor(node, { figure, remark }) {
    this.#figure = figure;
    this.#remark = remark;
    const { width, height, ring, text } = boxOf(node);
    this.#texts = ["node-name", "node-stats", "node-trouble"].map((name) => svg("text", { class: name, x: text }));
    this.element = svg(
      "g",
      { class: `node ${node.type === "client" ? "client" : ""} new`, "data-node": node.key, tabindex: 0, role: "button" },
      this.#title,
      svg("rect", { class: "node-body", x: -width / 2, y: -height / 2, width, height, rx: height / 2 }),
      svg("g", { transform: `translate(${ring} 0)` }, this.#ring.element, iconGroup(node.type, 1.15)),
      this.#texts,
    );
    requestAnimationFrame(() => requestAnimationFrame(() => this.element.classList.remove("new")));
  }

  update(node) {
    const client = node.type === "client";
    const name = client ? `Client of ${node.name}` : `${node.name}, ${typeLabel(node.type)}`;
    const remark = client ? null : this.#remark(node);
    this.#ring.update(client ? { total: 0 } : node.stats);
    const lines = [nodeTitle(node), [client ? "" : meanTime(node), this.#figure(node)].filter(Boolean).join(" · "), remark?.text ?? ""];
    const places = LINES[lines.findLastIndex(Boolean) + 1] ?? LINES[1];
    this.#texts.forEach((text, i) => {
      setText(text, lines[i]);
      text.setAttribute("y", places[i] ?? 0);
    });
    this.#texts[2].setAttribute("class", `node-trouble ${remark?.tone ?? ""}`);
    this.element.dataset.tone = remark?.tone ?? "";
    this.element.dataset.change = node.change?.kind ?? "";
    setText(this.#title, client ? name : `${node.name}\n${typeLabel(node.type)}`);
    this.element.setAttribute("aria-label", describe(name, node));
  }

  place({ x, y }) {
    this.element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
  }
}

export function meanTime({ stats }) {
  return stats.mean === null ? "" : duration(stats.mean);
}

/** What a map says of a node that fails: "20 % faults". */
export function whatIsWrong(node) {
  const tone = trouble(node);
  return tone && { text: `${percent(node.stats[tone] / node.stats.total)} ${WORDS[tone]}`, tone };
}

/** A node or an edge in words, for those who don't see it. */
export function describe(name, { stats, rate: calls, change }) {
  const parts = ["fault", "error", "throttle"].filter((status) => stats[status]).map((status) => `${stats[status]} ${stats[status] === 1 ? WORDS[status].replace(/s$/, "") : WORDS[status]}`);
  return [name, `${duration(stats.mean)} mean`, rate(calls).replace("/min", " per minute"), ...parts, ...(change ? [`${change.kind}: ${change.text}`] : [])].join(", ");
}
