// Chooses the group whose traces a screen shows.
import { groups } from "../api/client.js";
import { el, show } from "../base/dom.js";

const DEFAULT = "Default";

/** onChange hears a group's name, or null for all traces. */
export class GroupSelect {
  #select = el("select", { "aria-label": "Group" });
  #names = [];
  #wanted = null;
  element = this.#select;

  constructor({ onChange }) {
    this.#select.addEventListener("change", () => onChange(this.#select.value || null));
    this.#draw();
    this.#load();
  }

  /** Shows a group as chosen, even one that isn't known (yet). */
  choose(name) {
    if (name === this.#wanted) return;
    this.#wanted = name ?? null;
    this.#draw();
  }

  async #load() {
    try {
      const answer = await groups();
      this.#names = (answer.Groups ?? []).map(({ GroupName }) => GroupName).filter((name) => name !== DEFAULT);
      this.#draw();
    } catch {
      // The map itself says what is wrong.
    }
  }

  #draw() {
    const names = [...new Set([...this.#names, this.#wanted].filter(Boolean))].sort();
    const option = (value, text) => el("option", { value, selected: value === (this.#wanted ?? "") }, text);
    show(this.#select, option("", "All traces"), names.map((name) => option(name, `Group ${name}`)));
  }
}
