// Table of traces, newest first, with pages.
import { annotationValue } from "../api/summaryFields.js";
import { summaryStatus } from "../api/traceSummaries.js";
import { el, setChildren } from "../base/dom.js";
import { age, count, dateTime, duration, shortName, urlPath } from "../base/format.js";
import { href } from "../base/router.js";

const PAGE_SIZE = 25;
const HEAD = ["Age", "Status", "Method", "Response time", "URL", "Nodes", "Annotations"];

export class TraceTable {
  #params = {};
  #slowest = 0;
  #onPage;
  #body = el("tbody");
  #pages = el("nav", { class: "pages", "aria-label": "Pages" });

  constructor({ onPage }) {
    this.#onPage = onPage;
    const head = el(
      "tr",
      {},
      HEAD.map((text) => el("th", { scope: "col" }, text)),
    );
    const table = el("table", { class: "table traces-table" }, el("thead", {}, head), this.#body);
    this.element = el(
      "div",
      { class: "card" },
      el("div", { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "List of traces" }, table),
      this.#pages,
    );
  }

  /** Shows the columns while the rows are loading. */
  showPending() {
    setChildren(this.#body, el("tr", {}, el("td", { class: "hint", colspan: HEAD.length }, "Searching…")));
    this.#pages.hidden = true;
  }

  show(traces, params) {
    this.#params = params;
    this.#slowest = Math.max(0, ...traces.map(traceSeconds));
    const pages = Math.max(1, Math.ceil(traces.length / PAGE_SIZE));
    const page = Math.min(Math.max(1, Number(params.page) || 1), pages);
    const now = Date.now() / 1000;
    setChildren(
      this.#body,
      traces.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((trace) => this.#row(trace, now)),
    );
    const step = (to, label, possible) =>
      el("button", { type: "button", class: "quiet", disabled: !possible, onclick: () => this.#onPage(to) }, label);
    setChildren(
      this.#pages,
      step(page - 1, "← Newer", page > 1),
      el("span", {}, `Page ${page} of ${count(pages)}`),
      step(page + 1, "Older →", page < pages),
    );
    this.#pages.hidden = pages < 2;
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
        age(now - (trace.StartTime ?? now)),
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

export function traceSeconds(trace) {
  return trace.ResponseTime ?? trace.Duration ?? 0;
}
