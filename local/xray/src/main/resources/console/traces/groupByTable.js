// Groups traces by URL, status, service, user or an annotation: how many there are of each and how long they took.
import { el, show } from "../base/dom.js";
import { count, duration, percent, shortName } from "../base/format.js";
import { fieldOf, fieldsOf, valuesIn } from "../api/summaryFields.js";

/** → [{ value, count, share, mean }], most frequent first. A trace counts once per distinct value. */
export function groupBy(traces, field) {
  const groups = new Map();
  for (const trace of traces) {
    for (const value of valuesIn(trace, field)) {
      const group = groups.get(value) ?? { value, count: 0, time: 0 };
      group.count += 1;
      group.time += trace.ResponseTime ?? trace.Duration ?? 0;
      groups.set(value, group);
    }
  }
  return [...groups.values()]
    .map((group) => ({ value: group.value, count: group.count, share: group.count / traces.length, mean: group.time / group.count }))
    .sort((a, b) => b.count - a.count);
}

/** What each group is called: its short name, or where two would be called the same, the whole one. */
export function labelsOf(groups, shorten) {
  const short = groups.map(({ value }) => shorten(String(value)));
  return groups.map(({ value }, i) => (short.filter((text) => text === short[i]).length > 1 ? String(value) : short[i]));
}

const AT_FIRST = 8;
const AT_MOST = 100;

export class GroupByTable {
  #select = el("select", { "aria-label": "Group by" });
  #table = el("div", { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Groups" });
  #onFilter;
  #traces = [];
  #most = AT_FIRST;

  constructor({ onFilter, onField }) {
    this.#onFilter = onFilter;
    this.#select.addEventListener("change", () => onField(this.#select.value));
    this.element = el("div", { class: "card" }, el("div", { class: "card-head" }, el("h2", {}, "Group by"), this.#select), this.#table);
  }

  /** Shows by what is grouped; the groups follow. */
  wait(name) {
    show(this.#select, el("option", { value: name, selected: true }, fieldOf(name).label));
    show(this.#table, el("p", { class: "hint" }, "Searching…"));
  }

  show(traces, name) {
    this.#traces = traces;
    this.#most = AT_FIRST;
    const options = fieldsOf(traces);
    if (!options.includes(name)) options.push(name);
    show(this.#select, options.map((option) => el("option", { value: option, selected: option === name }, fieldOf(option).label)));
    this.#draw(fieldOf(name));
  }

  #draw(field) {
    const groups = groupBy(this.#traces, field);
    if (!groups.length) return show(this.#table, el("p", { class: "hint" }, "None of these traces has it."));
    const head = el("tr", {}, [field.label, "Traces", "Share", "Mean"].map((text) => el("th", { scope: "col" }, text)));
    const texts = labelsOf(groups, field.display ?? shortName);
    const rows = groups.slice(0, this.#most).map((group, i) => this.#row(group, texts[i], field));
    const more = Math.min(groups.length, AT_MOST) - this.#most;
    const rest = more > 0 && el("button", { type: "button", class: "quiet small", onclick: () => this.#showMore(field) }, `${count(more)} more`);
    show(this.#table, el("table", { class: "table compact" }, el("thead", {}, head), el("tbody", {}, rows)), rest);
  }

  #showMore(field) {
    this.#most = AT_MOST;
    this.#draw(field);
    this.#table.querySelector("button")?.focus();
  }

  #row({ value, count: n, share, mean }, text, field) {
    const bar = el("span", { class: "share-bar" });
    bar.style.setProperty("--share", share);
    return el(
      "tr",
      {},
      el("td", { class: "wide" }, el("button", { type: "button", class: "link", title: String(value), onclick: () => this.#onFilter(field.filter(value)) }, el("bdi", {}, text))),
      el("td", { class: "figure" }, count(n)),
      el("td", { class: "figure" }, bar, percent(share)),
      el("td", { class: "figure" }, duration(mean)),
    );
  }
}
