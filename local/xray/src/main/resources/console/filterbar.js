// The filter expression: completes keywords, values and names, and shows what is wrong with it where it is wrong.
import { el, setText, show } from "./dom.js";
import { quote } from "./graph.js";

const KEYWORDS = [
  ["ok", "answered 2xx"],
  ["error", "answered 4xx"],
  ["fault", "answered 5xx"],
  ["throttle", "answered 429"],
  ["partial", "not complete yet"],
  ["responsetime > ", "seconds until the answer"],
  ["duration > ", "seconds until the last bit of work"],
  ['http.url CONTAINS "', "part of the URL"],
  ['http.method = "', "GET, POST, …"],
  ["http.status = ", "answer's status"],
  ['http.clientip = "', "caller's address"],
  ['http.useragent CONTAINS "', "part of the browser's name"],
  ['user = "', "the user that a segment names"],
  ["annotation.", "a value that the program recorded"],
  ['service("', "went through a service"],
  ['edge("', "one service called another"],
  ["service() { fault }", "any node failed"],
  ["inferred", "contains an inferred part"],
  ["AND ", "both"],
  ["OR ", "either"],
];

export class FilterBar {
  #onRun;
  #names = [];
  #annotations = [];
  #active = -1;
  #options = [];
  #input = el("input", {
    type: "text",
    class: "filter-input",
    role: "combobox",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": "filter-options",
    "aria-label": "Filter expression",
    placeholder: 'Filter, for example: service("orderservice") { fault }',
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
  });
  #list = el("ul", { class: "completion", id: "filter-options", role: "listbox", "aria-label": "Completions", hidden: true });
  #error = el("div", { class: "filter-error", role: "alert", hidden: true });

  constructor({ onRun }) {
    this.#onRun = onRun;
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

  /** What the traces at hand contain. */
  know(names, annotations) {
    this.#names = names;
    this.#annotations = annotations;
  }

  /** An ApiError below the column that it names; null clears it. */
  showError(error) {
    this.#error.hidden = !error;
    this.#input.setAttribute("aria-invalid", String(Boolean(error)));
    if (!error) return;
    const caret = error.column === null ? null : el("pre", { class: "filter-caret", "aria-hidden": "true" }, `${this.#input.value}\n${" ".repeat(error.column)}▲`);
    show(this.#error, caret, el("p", {}, error.message));
  }

  #complete() {
    const word = this.#word();
    this.#options = completions(word, this.#names, this.#annotations).slice(0, 9);
    this.#active = -1;
    const items = this.#options.map(([text, hint], i) =>
      el("li", { role: "option", id: `filter-option-${i}`, "aria-selected": "false", onpointerdown: (event) => this.#take(i, event) }, el("code", {}, text), el("span", {}, hint)),
    );
    show(this.#list, items);
    this.#list.hidden = !items.length || !word;
    this.#input.setAttribute("aria-expanded", String(!this.#list.hidden));
  }

  #word() {
    return /[^\s(){}]*$/.exec(this.#input.value.slice(0, this.#input.selectionStart))[0];
  }

  #take(index, event) {
    event?.preventDefault();
    const [text] = this.#options[index];
    const caret = this.#input.selectionStart;
    const from = caret - this.#word().length;
    this.#input.setRangeText(text, from, caret, "end");
    this.#close();
    this.#input.focus();
  }

  #key(event) {
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
    this.#input.setAttribute("aria-activedescendant", `filter-option-${this.#active}`);
  }

  #close() {
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
  }
}

/** What may follow a half-written word: [text, hint] pairs. */
export function completions(word, names, annotations) {
  const lower = word.toLowerCase();
  if (!lower) return [];
  const all = [
    ...KEYWORDS,
    ...annotations.map((key) => [`annotation.${key} = `, "annotation"]),
    ...names.map((name) => [`service(${quote(name)})`, "service"]),
    ...names.map((name) => [quote(name), "name"]),
  ];
  return all.filter(([text]) => text.toLowerCase().startsWith(lower) && text !== word);
}

/** Joins a condition to an expression that may be empty. */
export function and(filter, condition) {
  if (!filter) return condition;
  return `${/\bOR\b/i.test(filter) ? `(${filter})` : filter} AND ${condition}`;
}
