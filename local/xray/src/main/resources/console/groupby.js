// Groups traces by URL, status, service, user or an annotation: how many there are of each and how long they took.
import { el, show } from "./dom.js";
import { count, duration, percent, shortName, urlPath } from "./format.js";
import { quote } from "./graph.js";

const FIELDS = {
  url: { label: "URL", display: urlPath, values: (trace) => [trace.Http?.HttpURL], filter: (value) => `http.url = ${quote(value)}` },
  status: { label: "Status", values: (trace) => [trace.Http?.HttpStatus], filter: (value) => `http.status = ${value}` },
  method: { label: "Method", values: (trace) => [trace.Http?.HttpMethod], filter: (value) => `http.method = ${quote(value)}` },
  service: {
    label: "Node",
    values: (trace) => (trace.ServiceIds ?? []).filter(({ Type }) => Type !== "client").map(({ Name }) => Name),
    filter: (value) => `service(${quote(value)})`,
  },
  user: { label: "User", values: (trace) => (trace.Users ?? []).map(({ UserName }) => UserName), filter: (value) => `user = ${quote(value)}` },
};

/** The field called "url", "status" … or "annotation.<key>". */
export function fieldOf(name) {
  if (Object.hasOwn(FIELDS, name)) return FIELDS[name];
  const key = name.replace(/^annotation\./, "");
  return {
    label: key,
    values: (trace) => (trace.Annotations?.[key] ?? []).map(({ AnnotationValue }) => annotationValue(AnnotationValue)),
    filter: (value) => `annotation.${key} = ${typeof value === "string" ? quote(value) : value}`,
  };
}

export function annotationValue(value) {
  return value?.StringValue ?? value?.NumberValue ?? value?.BooleanValue ?? null;
}

/** → [{ value, count, share, mean }], most frequent first. A trace counts once per distinct value. */
export function groupBy(traces, field) {
  const groups = new Map();
  for (const trace of traces) {
    for (const value of new Set(field.values(trace))) {
      if (value === undefined || value === null || value === "") continue;
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

export class GroupByTable {
  #select = el("select", { "aria-label": "Group by" });
  #table = el("div", { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Groups" });
  #onFilter;
  #traces = [];

  constructor({ onFilter, onField }) {
    this.#onFilter = onFilter;
    this.#select.addEventListener("change", () => onField(this.#select.value));
    this.element = el("div", { class: "card" }, el("div", { class: "card-head" }, el("h2", {}, "Group by"), this.#select), this.#table);
  }

  show(traces, name) {
    this.#traces = traces;
    const keys = [...new Set(traces.flatMap((trace) => Object.keys(trace.Annotations ?? {})))].sort();
    const options = [...Object.keys(FIELDS), ...keys.map((key) => `annotation.${key}`)];
    if (!options.includes(name)) options.push(name);
    show(this.#select, options.map((option) => el("option", { value: option, selected: option === name }, fieldOf(option).label)));
    this.#draw(fieldOf(name));
  }

  #draw(field) {
    const groups = groupBy(this.#traces, field);
    if (!groups.length) return show(this.#table, el("p", { class: "hint" }, "None of these traces has it."));
    const head = el("tr", {}, [field.label, "Traces", "Share", "Mean"].map((text) => el("th", { scope: "col" }, text)));
    const rows = groups.slice(0, 8).map((group) => this.#row(group, field));
    const rest = groups.length > 8 && el("p", { class: "hint" }, `${count(groups.length - 8)} more values`);
    show(this.#table, el("table", { class: "table compact" }, el("thead", {}, head), el("tbody", {}, rows)), rest);
  }

  #row({ value, count: n, share, mean }, field) {
    const bar = el("span", { class: "share-bar" });
    bar.style.setProperty("--share", share);
    const text = (field.display ?? shortName)(String(value));
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
