// Filter bar: input for a filter expression with completions and error messages, or for a trace id.
import { linkOf } from "../base/deepLinks.js";
import { el, setChildren } from "../base/dom.js";
import { navigate } from "../base/router.js";
import { completions, lastWord } from "./completions.js";
import { loadKeywords } from "./filterKeywords.js";

let bars = 0;

export class FilterBar {
  #id = `filter-${++bars}`;
  #onRun;
  #vocabulary = {};
  #keywords = [];
  /** The argument of a #complete() that came before the keywords were loaded; null if there was none. */
  #askedEarly = null;
  #active = -1;
  #options = [];
  #input = el("input", {
    type: "text",
    class: "filter-input",
    role: "combobox",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": `${this.#id}-options`,
    placeholder: 'Filter or trace id, for example: service("orderservice") { fault }',
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
  });
  #list = el("ul", {
    class: "completion",
    id: `${this.#id}-options`,
    role: "listbox",
    "aria-label": "Completions",
    hidden: true,
  });
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
          this.#run(this.#input.value.trim());
        },
      },
      el("div", { class: "filter-field" }, this.#input, this.#list, this.#error),
      el("button", { class: "primary" }, "Run"),
    );
    this.#input.addEventListener("focus", () => this.#loadKeywords());
    this.#input.addEventListener("input", () => this.#complete());
    this.#input.addEventListener("keydown", (event) => this.#handleKey(event));
    this.#input.addEventListener("blur", () => setTimeout(() => this.#close(), 150));
  }

  set value(text) {
    if (document.activeElement !== this.#input || !this.#input.value) this.#input.value = text;
  }

  get value() {
    return this.#input.value.trim();
  }

  /** vocabulary: from vocabularyOf. */
  setVocabulary(vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Shows an ApiError below its column; null clears it. */
  showError(error) {
    this.#error.hidden = !error;
    this.#input.setAttribute("aria-invalid", String(Boolean(error)));
    if (!error) return;
    const caret =
      error.column === null
        ? null
        : el(
            "pre",
            { class: "filter-caret", "aria-hidden": "true" },
            `${this.#input.value}\n${" ".repeat(error.column)}▲`,
          );
    setChildren(this.#error, caret, el("p", {}, error.message));
  }

  /** A trace id or the address of a console is followed; anything else is a filter expression. */
  #run(text) {
    const link = linkOf(text);
    if (!link) return this.#onRun(text);
    this.#input.value = "";
    navigate(link);
  }

  async #loadKeywords() {
    this.#keywords = await loadKeywords();
    const hasChosen = this.#active >= 0;
    if (this.#askedEarly !== null && !hasChosen) this.#complete(this.#askedEarly);
  }

  /** asked: whether to offer completions for an empty input, too. */
  #complete(asked = false) {
    this.#askedEarly = this.#keywords.length ? null : asked;
    const before = this.#input.value.slice(0, this.#input.selectionStart);
    const all = completions(before, { keywords: this.#keywords, ...this.#vocabulary });
    this.#options = (asked || before.trim() ? all : []).slice(0, 9);
    this.#active = -1;
    const items = this.#options.map(([text, hint], i) =>
      el(
        "li",
        {
          role: "option",
          id: `${this.#id}-option-${i}`,
          "aria-selected": "false",
          onpointerdown: (event) => this.#accept(i, event),
        },
        el("code", {}, text),
        el("span", {}, hint),
      ),
    );
    setChildren(this.#list, items);
    this.#list.hidden = !items.length;
    this.#input.setAttribute("aria-expanded", String(!this.#list.hidden));
  }

  #accept(index, event) {
    event?.preventDefault();
    const [text] = this.#options[index];
    const caret = this.#input.selectionStart;
    const from = caret - lastWord(this.#input.value.slice(0, caret)).length;
    this.#input.setRangeText(text, from, caret, "end");
    this.#close();
    this.#input.focus();
  }

  #handleKey(event) {
    const ask = event.key === "ArrowDown" || (event.key === " " && event.ctrlKey);
    if (this.#list.hidden && ask) this.#complete(true);
    if (this.#list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.#move(event.key === "ArrowDown" ? 1 : -1);
    else if ((event.key === "Enter" && this.#active >= 0) || event.key === "Tab")
      this.#accept(Math.max(this.#active, 0));
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
    this.#askedEarly = null;
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
  }
}
