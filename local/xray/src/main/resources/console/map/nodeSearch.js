// Search field for the nodes of the map.
import { el } from "../base/dom.js";

export class NodeSearch {
  element = el("input", { type: "search", placeholder: "Find a node", "aria-label": "Find a node" });

  constructor({ onInput, onEnter }) {
    this.element.addEventListener("input", onInput);
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Enter") onEnter();
    });
  }

  get #text() {
    return this.element.value.trim().toLowerCase();
  }

  /** Whether a node's name or type contains the text. An empty field matches every node. */
  matches({ name, type }) {
    return !this.#text || `${name} ${type}`.toLowerCase().includes(this.#text);
  }

  /** The first node whose name contains the text; undefined for an empty field. */
  find(nodes) {
    return this.#text
      ? nodes.find(({ name, type }) => type !== "client" && name.toLowerCase().includes(this.#text))
      : undefined;
  }
}
