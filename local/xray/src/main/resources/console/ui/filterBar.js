// The filter expression: completes keywords, values and names, and shows what is wrong with it where it is wrong.
import { completions, wordOf } from "./completions.js";
import { filterKeywords } from "./filterKeywords.js";
import { el, show } from "../base/dom.js";

let bars = 0;

export class FilterBar {
  #id = `filter-${++bars}`;
  #onRun;
  #known = {};
  #keywords = [];
  #active = -1;
  #options = [];
  #input = el("input", {
    type: "text",
    class: "filter-input",
    role: "combobox",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": `${this.#id}-options`,
    placeholder: 'Filter, for example: service("orderservice") { fault }',
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
  });
  #list = el("ul", { class: "completion", id: `${this.#id}-options`, role: "listbox", "aria-label": "Completions", hidden: true });
  #error = el("div", { class: "filter-error", role: "alert", hidden: true });

  constructor({ onRun, label = "Filter expression" }) {
    this.#onRun = onRun;
    this.#input.setAttribute("aria-label", label);
    this.element = el(
      "form",
      {
        class: "filterbar",
        role: "search",
        onsubmit: (event) => {
          event.preventDefault();
          this.#close();
          this.#onRun(this.#input.value.trim());
        },
      },
      el("div", { class: "filter-field" }, this.#input, this.#list, this.#error),
      el("button", { class: "primary" }, "Run"),
    );
    this.#input.addEventListener("focus", async () => {
      this.#keywords = await filterKeywords();
    });
    this.#input.addEventListener("input", () => this.#complete());
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#input.addEventListener("blur", () => setTimeout(() => this.#close(), 150));
  }

  set value(text) {
    if (document.activeElement !== this.#input || !this.#input.value) this.#input.value = text;
  }

  get value() {
    return this.#input.value.trim();
  }

  /** What the traces at hand contain, as knownIn gives it. */
  know(known) {
    this.#known = known;
  }

  /** An ApiError below the column that it names; null clears it. */
  showError(error) {
    this.#error.hidden = !error;
    this.#input.setAttribute("aria-invalid", String(Boolean(error)));
    if (!error) return;
    const caret = error.column === null ? null : el("pre", { class: "filter-caret", "aria-hidden": "true" }, `${this.#input.value}\n${" ".repeat(error.column)}▲`);
    show(this.#error, caret, el("p", {}, error.message));
  }

  /** asked: even if nothing is written yet. */
  #complete(asked = false) {
    const before = this.#input.value.slice(0, this.#input.selectionStart);
    const all = completions(before, { keywords: this.#keywords, ...this.#known });
    this.#options = (asked || before.trim() ? all : []).slice(0, 9);
    this.#active = -1;
    const items = this.#options.map(([text, hint], i) =>
      el("li", { role: "option", id: `${this.#id}-option-${i}`, "aria-selected": "false", onpointerdown: (event) => this.#take(i, event) }, el("code", {}, text), el("span", {}, hint)),
    );
    show(this.#list, items);
    this.#list.hidden = !items.length;
    this.#input.setAttribute("aria-expanded", String(!this.#list.hidden));
  }

  #take(index, event) {
    event?.preventDefault();
    const [text] = this.#options[index];
    const caret = this.#input.selectionStart;
    const from = caret - wordOf(this.#input.value.slice(0, caret)).length;
    this.#input.setRangeText(text, from, caret, "end");
    this.#close();
    this.#input.focus();
  }

  #key(event) {
    const ask = event.key === "ArrowDown" || (event.key === " " && event.ctrlKey);
    if (this.#list.hidden && ask) this.#complete(true);
    if (this.#list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.#move(event.key === "ArrowDown" ? 1 : -1);
    else if ((event.key === "Enter" && this.#active >= 0) || event.key === "Tab") this.#take(Math.max(this.#active, 0));
    else if (event.key === "Escape") this.#close();
    else return;
    event.preventDefault();
  }

  #move(step) {
    this.#active = (this.#active + step + this.#options.length) % this.#options.length;
    [...this.#list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === this.#active)));
    this.#input.setAttribute("aria-activedescendant", `${this.#id}-option-${this.#active}`);
  }

  #close() {
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
  }
}

/** Joins a condition to an expression that may be empty. */
export function and(filter, condition) {
  if (!filter) return condition;
  return `${/\bOR\b/i.test(filter) ? `(${filter})` : filter} AND ${condition}`;
}
