// Traces screen: the traces of a time range over time, by response time, by group, and as a table.
import { traceSummaries } from "../api/client.js";
import { fetchEvents } from "../api/events.js";
import { and, secondsLiteral } from "../api/filterExpression.js";
import { responseTimeEntries } from "../api/traceSummaries.js";
import { volumeByStatus } from "../api/traceVolume.js";
import { el, setChildren, setText } from "../base/dom.js";
import { count } from "../base/format.js";
import { href, navigate } from "../base/router.js";
import { fixedRange, parseRange } from "../base/timeRange.js";
import { Histogram } from "../chart/histogram.js";
import { TimeChart } from "../chart/timeChart.js";
import { vocabularyOf } from "../ui/completions.js";
import { emptyState, failure, noTraces, unitsHint } from "../ui/emptyState.js";
import { FilterBar } from "../ui/filterBar.js";
import { rangePicker } from "../ui/rangePicker.js";
import { GroupByTable } from "./groupByTable.js";
import { isDefaultOrder } from "./traceOrder.js";
import { TraceTable } from "./traceTable.js";

const PAGE_SIZE = 1000;
/** In another order than the API's, all traces of the range are read first, but at most this many. */
const MAX_SORTED = 10000;

/** Milliseconds until new traces are asked for: more for a long range and for an order that reads all of it. */
function pollMillis(seconds, { filter, sort }) {
  if (seconds > 900 || !isDefaultOrder(sort)) return 10000;
  return filter ? 5000 : 2000;
}

export class TracesScreen {
  title = "Traces";
  #params;
  #requested = null;
  #shown = null;
  #traces = [];
  #range;
  #events = [];
  #next = null;
  #abort = null;
  #picker = el("div");
  #summary = el("p", { class: "when", role: "status" });
  #results = el("div", { class: "results" });
  #more = el(
    "button",
    { type: "button", class: "quiet", hidden: true, onclick: () => this.#load(true) },
    "Load older traces",
  );
  #filter = new FilterBar({ onRun: (filter) => this.#runFilter(filter) });
  #groups = new GroupByTable({
    onFilter: (condition) => this.#navigate({ filter: and(this.#params.filter, condition), page: null }),
    onField: (group) => this.#navigate({ group }),
  });
  #histogram = new Histogram({ onSelect: (times) => times && this.#narrowTimes(times) });
  #table = new TraceTable({
    onPage: (page) => this.#navigate({ page }),
    onSort: (sort) => this.#navigate({ sort, page: null }),
  });
  #volume = new TimeChart({
    label: "Traces",
    format: count,
    height: 56,
    onSelect: ({ start, end }) => this.#navigate({ range: fixedRange(start, end), page: null }),
  });
  #live = el("button", { type: "button", class: "quiet live", onclick: () => this.#toggleLive() }, "Live");
  #timer = null;
  #compare = el("a", { class: "button" }, "Compare with the rest");
  #cards;

  constructor(route) {
    const times = el(
      "div",
      { class: "card" },
      el("div", { class: "card-head" }, el("h2", {}, "Response time")),
      this.#histogram.element,
      el("p", { class: "hint" }, "Drag over the bars to keep only those traces."),
    );
    this.#cards = [
      el("div", { class: "card volume" }, this.#volume.element),
      el("div", { class: "cards" }, times, this.#groups.element),
      this.#table.element,
      this.#more,
    ];
    const refresh = el("button", { type: "button", class: "quiet", onclick: () => this.#load() }, "Refresh");
    this.element = el(
      "section",
      { class: "screen traces-screen" },
      el("h1", { class: "unseen" }, "Traces"),
      el(
        "div",
        { class: "toolbar" },
        this.#picker,
        refresh,
        this.#live,
        this.#compare,
        el("span", { class: "spring" }),
        this.#summary,
      ),
      this.#filter.element,
      this.#results,
    );
    this.update(route);
  }

  update({ params }) {
    this.#params = params;
    this.#showLive();
    this.#compare.hidden = !params.filter;
    this.#compare.href = href("analytics", { range: params.range, a: params.filter });
    const asked = `${params.range ?? ""} ${params.filter ?? ""}`;
    const complete = isDefaultOrder(params.sort) || !this.#next || this.#traces.length >= MAX_SORTED;
    if (asked === this.#requested && complete) return this.#draw();
    if (asked === this.#requested) return this.#load(true);
    this.#requested = asked;
    this.#filter.value = params.filter ?? "";
    setChildren(
      this.#picker,
      rangePicker(params.range, (range) => this.#navigate({ range, page: null })),
    );
    this.#load();
  }

  refresh() {
    return this.#load();
  }

  close() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.closed = true;
  }

  /** Whether new traces appear by themselves; those of a fixed time can't. */
  get #isLive() {
    return Boolean(this.#params.live) && parseRange(this.#params.range).live;
  }

  #toggleLive() {
    this.#navigate({ live: this.#params.live ? null : "1", page: null });
  }

  #showLive() {
    this.#live.hidden = !parseRange(this.#params.range).live;
    this.#live.setAttribute("aria-pressed", String(this.#isLive));
    clearTimeout(this.#timer);
    if (this.#isLive && this.#shown) this.#loadLater();
  }

  #loadLater() {
    clearTimeout(this.#timer);
    if (this.closed || !this.#isLive) return;
    const poll = () => (document.hidden ? this.#loadLater() : this.#load());
    this.#timer = setTimeout(poll, pollMillis(parseRange(this.#params.range).seconds, this.#params));
  }

  #navigate(change) {
    navigate(href("traces", { ...this.#params, ...change }));
  }

  #runFilter(filter) {
    if (filter === (this.#params.filter ?? "")) this.#load();
    else this.#navigate({ filter, page: null });
  }

  #narrowTimes({ from, to }) {
    this.#histogram.selection = null;
    this.#navigate({
      filter: and(
        this.#params.filter,
        `responsetime >= ${secondsLiteral(from)} AND responsetime <= ${secondsLiteral(to)}`,
      ),
      page: null,
    });
  }

  async #load(older = false) {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const range = older ? this.#range : parseRange(this.#params.range);
    const found = older ? [...this.#traces] : [];
    let next = older ? this.#next : null;
    // What comes by itself is neither announced nor shown as a search.
    const quiet = this.#isLive && this.#shown === this.#requested;
    if (!quiet) this.#results.setAttribute("aria-busy", "true");
    if (!quiet) setText(this.#summary, "Searching…");
    if (!this.#results.hasChildNodes()) this.#showPending(range);
    try {
      const wanted = isDefaultOrder(this.#params.sort)
        ? found.length + PAGE_SIZE
        : Math.max(MAX_SORTED, found.length + PAGE_SIZE);
      do {
        const page = await traceSummaries(range, this.#params.filter, next, abort.signal);
        found.push(...(page.TraceSummaries ?? []));
        next = page.NextToken ?? null;
      } while (next && found.length < wanted);
      this.#events = await fetchEvents(range);
      if (abort.signal.aborted) return;
      [this.#range, this.#traces, this.#next, this.#shown] = [range, found, next, this.#requested];
      this.#filter.showError(null);
      this.#filter.setVocabulary(vocabularyOf(this.#traces));
      this.#draw();
    } catch (error) {
      if (error.name !== "AbortError") this.#showFailure(error);
    }
    if (abort !== this.#abort) return;
    this.#results.removeAttribute("aria-busy");
    this.#loadLater();
  }

  /** Shows the empty cards during the first search. */
  #showPending(range) {
    setChildren(this.#results, this.#cards);
    this.#volume.show({ range, pending: true });
    this.#histogram.show(null);
    this.#groups.showPending(this.#params.group ?? "url");
    this.#table.showPending();
  }

  /** Keeps the results when X-Ray Local can't be reached. */
  #showFailure(error) {
    if (error.unreachable && this.#shown === this.#requested) return this.#drawSummary();
    setText(this.#summary, "");
    if (this.#params.filter && error.status === 400) {
      this.#filter.showError(error);
      setChildren(
        this.#results,
        emptyState(
          "The filter can't be read",
          el(
            "p",
            {},
            "Correct it above, or ",
            el("a", { href: href("traces", { ...this.#params, filter: null }) }, "show all traces"),
            ".",
          ),
        ),
      );
    } else {
      setChildren(
        this.#results,
        failure(error, () => this.#load()),
      );
    }
  }

  #drawSummary() {
    const n = this.#traces.length;
    const sample = this.#next && !isDefaultOrder(this.#params.sort) ? "the newest " : "";
    const more = this.#next && !sample ? "+" : "";
    this.#summary.setAttribute("aria-live", this.#isLive ? "off" : "polite");
    setText(this.#summary, `${sample}${count(n)}${more} ${n === 1 ? "trace" : "traces"}, ${this.#range.label}`);
  }

  #draw() {
    if (this.#shown !== this.#requested) return;
    this.#drawSummary();
    if (!this.#traces.length)
      return setChildren(this.#results, this.#params.filter ? this.#noMatch() : this.#noTraces());
    if (!this.#results.contains(this.#cards[0])) setChildren(this.#results, this.#cards);
    this.#volume.show({ range: this.#range, stacks: volumeByStatus(this.#traces, this.#range), events: this.#events });
    this.#histogram.show(responseTimeEntries(this.#traces));
    this.#groups.show(this.#traces, this.#params.group ?? "url");
    this.#table.show(this.#traces, this.#params);
    this.#more.hidden = !this.#next || this.#isLive;
  }

  #noTraces() {
    return noTraces(this.#range, (range) => href("traces", { ...this.#params, range }));
  }

  #noMatch() {
    return emptyState(
      "No trace matches",
      el("p", {}, `Nothing ${this.#range.within} matches `, el("code", {}, this.#params.filter)),
      unitsHint(this.#params.filter, (filter) => href("traces", { ...this.#params, filter })),
      el(
        "p",
        {},
        el(
          "a",
          { class: "button primary", href: href("traces", { ...this.#params, filter: null }) },
          "Show all traces",
        ),
        " ",
        el("a", { class: "button", href: href("traces", { ...this.#params, range: "PT1H" }) }, "Look at the last hour"),
      ),
    );
  }
}
