// The traces of a time range: filtered, grouped, by response time, and as a list.
import { traceSummaries } from "../api/client.js";
import { knownIn } from "../ui/completions.js";
import { el, setText, show } from "../base/dom.js";
import { emptyState, failure, noTraces } from "../ui/emptyState.js";
import { eventsIn } from "../api/events.js";
import { and, FilterBar } from "../ui/filterBar.js";
import { count } from "../base/format.js";
import { seconds } from "../api/serviceGraph.js";
import { GroupByTable } from "./groupByTable.js";
import { Histogram } from "../chart/histogram.js";
import { go, href } from "../base/router.js";
import { TimeChart } from "../chart/timeChart.js";
import { fixedRange, rangePicker, toRange } from "../base/timeRange.js";
import { responseTimes } from "../api/traceSummaries.js";
import { TraceTable } from "./traceTable.js";
import { stacksOf } from "../api/traceVolume.js";

const AT_ONCE = 1000;

export class TracesScreen {
  title = "Traces";
  #params;
  #asked = null;
  #shown = null;
  #traces = [];
  #range;
  #events = [];
  #next = null;
  #abort = null;
  #picker = el("div");
  #summary = el("p", { class: "when", role: "status" });
  #results = el("div", { class: "results" });
  #more = el("button", { type: "button", class: "quiet", hidden: true, onclick: () => this.#load(true) }, "Load older traces");
  #filter = new FilterBar({ onRun: (filter) => this.#run(filter) });
  #groups = new GroupByTable({
    onFilter: (condition) => this.#go({ filter: and(this.#params.filter, condition), page: null }),
    onField: (group) => this.#go({ group }),
  });
  #histogram = new Histogram({ onSelect: (times) => times && this.#narrow(times) });
  #table = new TraceTable({ onPage: (page) => this.#go({ page }) });
  #volume = new TimeChart({ label: "Traces", format: count, height: 56, onSelect: ({ start, end }) => this.#go({ range: fixedRange(start, end), page: null }) });
  #compare = el("a", { class: "button" }, "Compare with the rest");
  #cards;

  constructor(route) {
    const times = el("div", { class: "card" }, el("div", { class: "card-head" }, el("h2", {}, "Response time")), this.#histogram.element, el("p", { class: "hint" }, "Drag over the bars to keep only those traces."));
    this.#cards = [el("div", { class: "card volume" }, this.#volume.element), el("div", { class: "cards" }, times, this.#groups.element), this.#table.element, this.#more];
    const refresh = el("button", { type: "button", class: "quiet", onclick: () => this.#load() }, "Refresh");
    this.element = el(
      "section",
      { class: "screen traces-screen" },
      el("h1", { class: "unseen" }, "Traces"),
      el("div", { class: "toolbar" }, this.#picker, refresh, this.#compare, el("span", { class: "spring" }), this.#summary),
      this.#filter.element,
      this.#results,
    );
    this.update(route);
  }

  update({ params }) {
    this.#params = params;
    this.#compare.hidden = !params.filter;
    this.#compare.href = href("analytics", { range: params.range, a: params.filter });
    const asked = `${params.range ?? ""} ${params.filter ?? ""}`;
    if (asked === this.#asked) return this.#draw();
    this.#asked = asked;
    this.#filter.value = params.filter ?? "";
    show(this.#picker, rangePicker(params.range, (range) => this.#go({ range, page: null })));
    this.#load();
  }

  refresh() {
    return this.#load();
  }

  close() {
    this.#abort?.abort();
  }

  #go(change) {
    go(href("traces", { ...this.#params, ...change }));
  }

  #run(filter) {
    if (filter === (this.#params.filter ?? "")) this.#load();
    else this.#go({ filter, page: null });
  }

  #narrow({ from, to }) {
    this.#histogram.selection = null;
    this.#go({ filter: and(this.#params.filter, `responsetime >= ${seconds(from)} AND responsetime <= ${seconds(to)}`), page: null });
  }

  async #load(older = false) {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const range = older ? this.#range : toRange(this.#params.range);
    const found = older ? [...this.#traces] : [];
    let next = older ? this.#next : null;
    this.#results.setAttribute("aria-busy", "true");
    setText(this.#summary, "Searching…");
    if (!this.#results.hasChildNodes()) this.#wait(range);
    try {
      const wanted = found.length + AT_ONCE;
      do {
        const page = await traceSummaries(range, this.#params.filter, next, abort.signal);
        found.push(...(page.TraceSummaries ?? []));
        next = page.NextToken ?? null;
      } while (next && found.length < wanted);
      this.#events = await eventsIn(range);
      if (abort.signal.aborted) return;
      [this.#range, this.#traces, this.#next, this.#shown] = [range, found, next, this.#asked];
      this.#filter.showError(null);
      this.#filter.know(knownIn(this.#traces));
      this.#draw();
    } catch (error) {
      if (error.name !== "AbortError") this.#fail(error);
    }
    if (abort === this.#abort) this.#results.removeAttribute("aria-busy");
  }

  /** The first search: everything is in its place, and has only to be filled. */
  #wait(range) {
    show(this.#results, this.#cards);
    this.#volume.show({ range, pending: true });
    this.#histogram.show(null);
    this.#groups.wait(this.#params.group ?? "url");
    this.#table.wait();
  }

  /** What was asked for is still shown when X-Ray Local can't be reached. */
  #fail(error) {
    if (error.unreachable && this.#shown === this.#asked) return this.#summarise();
    setText(this.#summary, "");
    if (this.#params.filter && error.status === 400) {
      this.#filter.showError(error);
      show(this.#results, emptyState("The filter can't be read", el("p", {}, "Correct it above, or ", el("a", { href: href("traces", { ...this.#params, filter: null }) }, "show all traces"), ".")));
    } else {
      show(this.#results, failure(error, () => this.#load()));
    }
  }

  #summarise() {
    const n = this.#traces.length;
    setText(this.#summary, `${count(n)}${this.#next ? "+" : ""} ${n === 1 ? "trace" : "traces"}, ${this.#range.label}`);
  }

  #draw() {
    if (this.#shown !== this.#asked) return;
    this.#summarise();
    if (!this.#traces.length) return show(this.#results, this.#params.filter ? this.#nothingMatches() : noTraces(this.#range));
    if (!this.#results.contains(this.#cards[0])) show(this.#results, this.#cards);
    this.#volume.show({ range: this.#range, stacks: stacksOf(this.#traces, this.#range), events: this.#events });
    this.#histogram.show(responseTimes(this.#traces));
    this.#groups.show(this.#traces, this.#params.group ?? "url");
    this.#table.show(this.#traces, this.#params);
    this.#more.hidden = !this.#next;
  }

  #nothingMatches() {
    return emptyState(
      "No trace matches",
      el("p", {}, `Nothing ${this.#range.within} matches `, el("code", {}, this.#params.filter)),
      el("p", {}, el("a", { class: "button primary", href: href("traces", { ...this.#params, filter: null }) }, "Show all traces"), " ", el("a", { class: "button", href: href("traces", { ...this.#params, range: "PT1H" }) }, "Look at the last hour")),
    );
  }
}
