// Table of traces grouped by URL, status, service, user or an annotation.
import { fieldNames, summaryField } from "../api/summaryFields.js";
import { el, setChildren } from "../base/dom.js";
import { count, duration, percent, shortName } from "../base/format.js";
import { groupBy, groupLabels } from "./grouping.js";

const INITIAL_ROWS = 8;
const MAX_ROWS = 100;

export class GroupByTable {
  #select = el("select", { "aria-label": "Group by" });
  #table = el("div", { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Groups" });
  #onFilter;
  #traces = [];
  #maxRows = INITIAL_ROWS;

  constructor({ onFilter, onField }) {
    this.#onFilter = onFilter;
    this.#select.addEventListener("change", () => onField(this.#select.value));
    this.element = el(
      "div",
      { class: "card" },
      el("div", { class: "card-head" }, el("h2", {}, "Group by"), this.#select),
      this.#table,
    );
  }

  /** Shows the field while the groups are loading. */
  showPending(name) {
    setChildren(this.#select, el("option", { value: name, selected: true }, summaryField(name).label));
    setChildren(this.#table, el("p", { class: "hint" }, "Searching…"));
  }

  show(traces, name) {
    this.#traces = traces;
    this.#maxRows = INITIAL_ROWS;
    const options = fieldNames(traces);
    if (!options.includes(name)) options.push(name);
    setChildren(
      this.#select,
      options.map((option) => el("option", { value: option, selected: option === name }, summaryField(option).label)),
    );
    this.#draw(summaryField(name));
  }

  #draw(field) {
    const groups = groupBy(this.#traces, field);
    if (!groups.length) return setChildren(this.#table, el("p", { class: "hint" }, "None of these traces has it."));
    const head = el(
      "tr",
      {},
      [field.label, "Traces", "Share", "Mean"].map((text) => el("th", { scope: "col" }, text)),
    );
    const texts = groupLabels(groups, field.display ?? shortName);
    const rows = groups.slice(0, this.#maxRows).map((group, i) => this.#row(group, texts[i], field));
    const more = Math.min(groups.length, MAX_ROWS) - this.#maxRows;
    const rest =
      more > 0 &&
      el(
        "button",
        { type: "button", class: "quiet small", onclick: () => this.#showMore(field) },
        `${count(more)} more`,
      );
    setChildren(
      this.#table,
      el("table", { class: "table compact" }, el("thead", {}, head), el("tbody", {}, rows)),
      rest,
    );
  }

  #showMore(field) {
    this.#maxRows = MAX_ROWS;
    this.#draw(field);
    this.#table.querySelector("button")?.focus();
  }

  #row({ value, count: n, share, mean }, text, field) {
    const bar = el("span", { class: "share-bar" });
    bar.style.setProperty("--share", share);
    return el(
      "tr",
      {},
      el(
        "td",
        { class: "wide" },
        el(
          "button",
          { type: "button", class: "link", title: String(value), onclick: () => this.#onFilter((field.joinedFilter ?? field.filter)(value)) },
          el("bdi", {}, text),
        ),
      ),
      el("td", { class: "figure" }, count(n)),
      el("td", { class: "figure" }, bar, percent(share)),
      el("td", { class: "figure" }, duration(mean)),
    );
  }
}
