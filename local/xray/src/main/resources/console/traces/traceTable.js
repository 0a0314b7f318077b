// Table of traces with pages, sorted by a click on a column's name.
import { annotationValue } from "../api/summaryFields.js";
import { summaryStatus } from "../api/traceSummaries.js";
import { el, setChildren } from "../base/dom.js";
import { count, dateTime, duration, exactAge, shortName, urlPath } from "../base/format.js";
import { href } from "../base/router.js";
import { isDefaultOrder, nextOrder, parseOrder, sortTraces, traceSeconds } from "./traceOrder.js";

const PAGE_SIZE = 25;
const COLUMNS = [
  { label: "Age", order: "time" },
  { label: "Status", order: "status" },
  { label: "Method" },
  { label: "Response time", order: "duration" },
  { label: "URL" },
  { label: "Nodes" },
  { label: "Annotations" },
];
/** The words for the previous and the next page by the order. */
const STEPS = { time: ["← Newer", "Older →"], "-time": ["← Older", "Newer →"] };

export class TraceTable {
  #params = {};
  #slowest = 0;
  #onPage;
  #onSort;
  #head = el("tr");
  #body = el("tbody");
  #pages = el("nav", { class: "pages", "aria-label": "Pages" });

  /** onPage(number), onSort(order): see nextOrder. */
  constructor({ onPage, onSort }) {
    this.#onPage = onPage;
    this.#onSort = onSort;
    this.#drawHead(null);
    const table = el("table", { class: "table traces-table" }, el("thead", {}, this.#head), this.#body);
    this.element = el(
      "div",
      { class: "card" },
      el("div", { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "List of traces" }, table),
      this.#pages,
    );
  }

  /** Shows the columns while the rows are loading. */
  showPending() {
    setChildren(this.#body, el("tr", {}, el("td", { class: "hint", colspan: COLUMNS.length }, "Searching…")));
    this.#pages.hidden = true;
  }

  show(traces, params) {
    this.#params = params;
    this.#drawHead(params.sort);
    const sorted = sortTraces(traces, params.sort);
    this.#slowest = Math.max(0, ...traces.map(traceSeconds));
    const pages = Math.max(1, Math.ceil(traces.length / PAGE_SIZE));
    const page = Math.min(Math.max(1, Number(params.page) || 1), pages);
    const now = Date.now() / 1000;
    const focused = this.#body.contains(document.activeElement) && document.activeElement.closest("tr").dataset.trace;
    setChildren(
      this.#body,
      sorted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((trace) => this.#row(trace, now)),
    );
    if (focused) this.#body.querySelector(`[data-trace="${CSS.escape(focused)}"] a`)?.focus({ preventScroll: true });
    const step = (to, label, possible) =>
      el("button", { type: "button", class: "quiet", disabled: !possible, onclick: () => this.#onPage(to) }, label);
    const [previous, next] = STEPS[isDefaultOrder(params.sort) ? "time" : params.sort] ?? ["← Previous", "Next →"];
    setChildren(
      this.#pages,
      step(page - 1, previous, page > 1),
      el("span", {}, `Page ${page} of ${count(pages)}`),
      step(page + 1, next, page < pages),
    );
    this.#pages.hidden = pages < 2;
  }

  /** Keeps the focus on the column that was clicked. */
  #drawHead(sort) {
    const { key, reversed } = parseOrder(sort);
    const focused = this.#head.contains(document.activeElement) && document.activeElement.dataset.order;
    const cells = COLUMNS.map(({ label, order }) => {
      if (!order) return el("th", { scope: "col" }, label);
      const sorted = order === key && (reversed ? "ascending" : "descending");
      // The age is shown, the time is sorted by: the newest has the smallest age.
      const direction = order === "time" && sorted ? (reversed ? "descending" : "ascending") : sorted;
      const onclick = () => this.#onSort(nextOrder(sort, order));
      const sign = { ascending: "↑", descending: "↓" }[direction] ?? "";
      return el(
        "th",
        { scope: "col", "aria-sort": direction || null },
        el(
          "button",
          { type: "button", class: "link sort", "data-order": order, onclick },
          label,
          el("span", { "aria-hidden": "true" }, sign),
        ),
      );
    });
    setChildren(this.#head, cells);
    if (focused) this.#head.querySelector(`[data-order="${focused}"]`).focus();
  }

  #row(trace, now) {
    const { range, filter, group } = this.#params;
    const http = trace.Http ?? {};
    const status = trace.IsPartial ? "pending" : summaryStatus(trace);
    const bar = el("span", { class: `time-bar ${status}` });
    bar.style.setProperty("--share", this.#slowest ? traceSeconds(trace) / this.#slowest : 0);
    const url = http.HttpURL ?? trace.EntryPoint?.Name ?? trace.Id;
    return el(
      "tr",
      { "data-trace": trace.Id },
      el(
        "td",
        { class: "figure", title: trace.StartTime && dateTime(trace.StartTime) },
        exactAge(now - (trace.StartTime ?? now)),
      ),
      el(
        "td",
        {},
        el("span", { class: `pill ${status}` }, http.HttpStatus ?? { ok: "OK", pending: "partial" }[status] ?? status),
      ),
      el("td", {}, http.HttpMethod ?? "–"),
      el("td", { class: "figure time-cell" }, duration(trace.ResponseTime ?? trace.Duration), bar),
      el(
        "td",
        { class: "wide" },
        el("a", { href: href("traces", { range, filter, group }, trace.Id), title: url }, el("bdi", {}, urlPath(url))),
      ),
      el("td", { class: "wide" }, nodesOf(trace)),
      el("td", { class: "wide annotations" }, annotations(trace)),
    );
  }
}

function nodesOf({ ServiceIds }) {
  const names = [...new Set((ServiceIds ?? []).filter(({ Type }) => Type !== "client").map(({ Name }) => Name))];
  return el(
    "span",
    { title: names.join(", ") },
    names.slice(0, 3).map(shortName).join(", "),
    names.length > 3 ? ` +${names.length - 3}` : "",
  );
}

function annotations({ Annotations }) {
  return Object.entries(Annotations ?? {})
    .slice(0, 3)
    .map(([key, values]) =>
      el(
        "span",
        { class: "tag", title: `${key} = ${valuesOf(values)}` },
        el("bdi", {}, `${key} = ${valuesOf(values)}`),
      ),
    );
}

function valuesOf(values) {
  return values.map(({ AnnotationValue }) => annotationValue(AnnotationValue)).join(", ");
}
