// Select element for a group of traces.
import { groups } from "../api/client.js";
import { el, setChildren } from "../base/dom.js";

const DEFAULT = "Default";

/** onChange(name) is called with a group's name, or null for all traces. */
export class GroupSelect {
  #select = el("select", { "aria-label": "Group" });
  #names = [];
  #selected = null;
  element = this.#select;

  constructor({ onChange }) {
    this.#select.addEventListener("change", () => onChange(this.#select.value || null));
    this.#draw();
    this.#load();
  }

  /** Selects a group, even if it isn't loaded yet. */
  select(name) {
    if (name === this.#selected) return;
    this.#selected = name ?? null;
    this.#draw();
  }

  async #load() {
    try {
      const answer = await groups();
      this.#names = (answer.Groups ?? []).map(({ GroupName }) => GroupName).filter((name) => name !== DEFAULT);
      this.#draw();
    } catch {
      // The map shows the error.
    }
  }

  #draw() {
    const names = [...new Set([...this.#names, this.#selected].filter(Boolean))].sort();
    const option = (value, text) => el("option", { value, selected: value === (this.#selected ?? "") }, text);
    setChildren(
      this.#select,
      option("", "All traces"),
      names.map((name) => option(name, `Group ${name}`)),
    );
  }
}
