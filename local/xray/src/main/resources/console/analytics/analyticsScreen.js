// Analytics screen: compares two sets of traces by response time, root causes and attributes.
import { fetchEvents } from "../api/events.js";
import { secondsLiteral } from "../api/filterExpression.js";
import { fetchTraces, responseTimeEntries } from "../api/traceSummaries.js";
import { el, setChildren, setText } from "../base/dom.js";
import { href, navigate } from "../base/router.js";
import { HistogramComparison } from "../chart/histogramComparison.js";
import { emptyState, failure, noTraces } from "../ui/emptyState.js";
import { rangePicker } from "../ui/rangePicker.js";
import {
  isComparison,
  parseSets,
  refineSets,
  refineTarget,
  setTimeRange,
  suggestedComparisons,
  swapSets,
} from "./comparedSets.js";
import { DifferenceCards } from "./differenceCards.js";
import { RootCauseTable } from "./rootCauseTable.js";
import { SetCard } from "./setCard.js";

const SIDES = ["a", "b"];

export class AnalyticsScreen {
  title = "Analytics";
  #params;
  #requested = null;
  #shown = null;
  #sets = null;
  #read = {};
  #events = [];
  #abort = null;
  #picker = el("div");
  #suggestions = el("div", { class: "ideas", role: "group", "aria-label": "Compare" });
  #results = el("div", { class: "results" });
  #target = el("div", { class: "segmented", role: "group", "aria-label": "Clicks and drags narrow" });
  #targetBox = el("div", { class: "into" }, el("span", {}, "Clicks and drags narrow"), this.#target);
  #cards = Object.fromEntries(
    SIDES.map((side) => [
      side,
      new SetCard(side, {
        onFilter: (filter) => this.#navigate({ [side]: filter }),
        onRange: (range) => navigate(href("analytics", setTimeRange(this.#params, side, range))),
      }),
    ]),
  );
  #overlay = new HistogramComparison({
    onSelect: ({ from, to }) =>
      this.#refine(`responsetime >= ${secondsLiteral(from)} AND responsetime <= ${secondsLiteral(to)}`),
  });
  #causes = new RootCauseTable({
    onRefine: (condition) => this.#refine(condition),
    onKind: (cause) => this.#navigate({ cause }),
  });
  #differences = new DifferenceCards({ onRefine: (condition) => this.#refine(condition) });
  #findings;

  constructor(route) {
    const refresh = el("button", { type: "button", class: "quiet", onclick: () => this.#load() }, "Refresh");
    const legend = el("p", { class: "set-legend" }, el("span", { class: "a" }, "A"), el("span", { class: "b" }, "B"));
    const times = el(
      "section",
      { class: "card" },
      el("div", { class: "card-head" }, el("h2", {}, "Response time"), legend),
      this.#overlay.element,
      el("p", { class: "hint" }, "Drag over the chart to keep only those traces."),
    );
    this.#findings = [
      times,
      this.#causes.element,
      el("h2", { class: "differs" }, "What differs"),
      this.#differences.element,
    ];
    this.element = el(
      "section",
      { class: "screen analytics-screen" },
      el("h1", { class: "unseen" }, "Analytics"),
      el("div", { class: "toolbar" }, this.#picker, refresh, el("span", { class: "spring" }), this.#targetBox),
      el("div", { class: "set-cards" }, this.#cards.a.element, this.#cards.b.element),
      this.#suggestions,
      this.#results,
    );
    this.update(route);
  }

  update({ params }) {
    this.#params = params;
    this.element.classList.toggle("single", !isComparison(params));
    this.#showTarget();
    const asked = JSON.stringify(["range", "a", "b", "arange", "brange"].map((key) => params[key] ?? ""));
    if (asked === this.#requested) return this.#draw();
    this.#requested = asked;
    setChildren(
      this.#picker,
      rangePicker(params.range, (range) => this.#navigate({ range })),
    );
    this.#load();
  }

  refresh() {
    return this.#load();
  }

  close() {
    this.#abort?.abort();
  }

  #navigate(change) {
    navigate(href("analytics", { ...this.#params, ...change }));
  }

  #refine(condition) {
    navigate(href("analytics", refineSets(this.#params, condition)));
  }

  async #load() {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.#sets = parseSets(this.#params);
    this.#results.setAttribute("aria-busy", "true");
    this.#cards.b.element.hidden = !this.#sets.b;
    try {
      const sides = SIDES.filter((side) => this.#sets[side]);
      const read = await Promise.all(sides.map((side) => this.#readSide(side, abort.signal)));
      this.#events = isComparison(this.#params) ? [] : await fetchEvents(this.#sets.a.range);
      if (abort.signal.aborted) return;
      this.#read = Object.fromEntries(sides.map((side, i) => [side, read[i]]));
      this.#shown = this.#requested;
      this.#draw();
    } catch (error) {
      if (error.name !== "AbortError" && !abort.signal.aborted) this.#showFailure(error);
    } finally {
      if (abort === this.#abort) this.#results.removeAttribute("aria-busy");
    }
  }

  /** Keeps the results when X-Ray Local can't be reached. */
  #showFailure(error) {
    if (error.unreachable && this.#shown === this.#requested) return;
    setChildren(this.#results, error.side ? invalidFilter() : failure(error, () => this.#load()));
  }

  async #readSide(side, signal) {
    const card = this.#cards[side];
    card.showPending(this.#sets[side], Boolean(this.#params[`${side}range`]));
    try {
      const read = await fetchTraces(this.#sets[side], { signal, onProgress: (n) => card.progress(n) });
      card.show(read, await fetchEvents(this.#sets[side].range));
      return read;
    } catch (error) {
      if (error.status !== 400) throw error;
      card.showError(error);
      throw Object.assign(error, { side });
    }
  }

  #draw() {
    const { a, b } = this.#read;
    if (!a) return;
    const everything = [...a.traces, ...(b?.traces ?? [])];
    this.#showSuggestions(a);
    if (!everything.length)
      return setChildren(this.#results, isComparison(this.#params) ? noTraceInSets() : this.#noTraces());
    const empty = SIDES.find((side) => this.#read[side] && !this.#read[side].traces.length);
    if (empty) return setChildren(this.#results, noTraceInSet(empty.toUpperCase()));
    if (!this.#results.contains(this.#findings[0])) setChildren(this.#results, this.#findings);
    this.#overlay.show(responseTimeEntries(a.traces), ...(b ? [responseTimeEntries(b.traces)] : []));
    this.#causes.show(a.traces, b?.traces ?? null, this.#params.cause);
    this.#differences.show(a.traces, b?.traces ?? null);
    setText(this.#findings[2], b ? "What differs" : "What they have in common");
  }

  #noTraces() {
    return noTraces(this.#sets.a.range, (range) => href("analytics", { ...this.#params, range }));
  }

  #showTarget() {
    const into = refineTarget(this.#params);
    this.#targetBox.hidden = !isComparison(this.#params);
    const button = (value, label) =>
      el(
        "button",
        { type: "button", "aria-pressed": String(value === into), onclick: () => this.#navigate({ into: value }) },
        label,
      );
    setChildren(this.#target, button("a", "A"), button("b", "B"), button("both", "Both"));
  }

  #showSuggestions({ traces }) {
    const link = (label, params) => el("a", { class: "button idea", href: href("analytics", params) }, label);
    const { range, into, cause } = this.#params;
    const ideas = isComparison(this.#params)
      ? [link("Swap A and B", swapSets(this.#params)), link("Start over", { range, into, cause })]
      : suggestedComparisons(this.#params, traces, this.#sets.a.range, this.#events).map(({ label, params }) =>
          link(label, params),
        );
    setChildren(this.#suggestions, !isComparison(this.#params) && ideas.length > 0 && el("span", {}, "Compare"), ideas);
  }
}

function invalidFilter() {
  return emptyState("A filter can't be read", el("p", {}, "Correct it where it is marked above."));
}

function noTraceInSets() {
  return emptyState("No trace is in either set", el("p", {}, "Choose a longer time, or filters that match something."));
}

function noTraceInSet(name) {
  return emptyState(
    `No trace is in set ${name}`,
    el("p", {}, "So there is nothing to compare. Choose a longer time, or a filter that matches something."),
  );
}
