// Compares two sets of traces: how long they took, what is different about them, and what was to blame.
import { el, setText, show } from "../base/dom.js";
import { CauseTable } from "./rootCauseTable.js";
import { intoOf, isComparison, refined, setsOf, suggestions, swapped, timed } from "./comparedSets.js";
import { DifferenceCards } from "./differenceCards.js";
import { emptyState, failure, noTraces } from "../ui/emptyState.js";
import { eventsIn } from "../api/events.js";
import { seconds } from "../api/serviceGraph.js";
import { Overlay } from "../chart/histogramComparison.js";
import { go, href } from "../base/router.js";
import { SetCard } from "./setCard.js";
import { rangePicker } from "../base/timeRange.js";
import { readTraces, responseTimes } from "../api/traceSummaries.js";

const SIDES = ["a", "b"];

export class AnalyticsScreen {
  title = "Analytics";
  #params;
  #asked = null;
  #shown = null;
  #sets = null;
  #read = {};
  #events = [];
  #abort = null;
  #picker = el("div");
  #ideas = el("div", { class: "ideas", role: "group", "aria-label": "Compare" });
  #results = el("div", { class: "results" });
  #into = el("div", { class: "segmented", role: "group", "aria-label": "Clicks and drags narrow" });
  #intoBox = el("div", { class: "into" }, el("span", {}, "Clicks and drags narrow"), this.#into);
  #cards = Object.fromEntries(SIDES.map((side) => [side, new SetCard(side, { onFilter: (filter) => this.#go({ [side]: filter }), onRange: (range) => go(href("analytics", timed(this.#params, side, range))) })]));
  #overlay = new Overlay({ onSelect: ({ from, to }) => this.#refine(`responsetime >= ${seconds(from)} AND responsetime <= ${seconds(to)}`) });
  #causes = new CauseTable({ onRefine: (condition) => this.#refine(condition), onKind: (cause) => this.#go({ cause }) });
  #differences = new DifferenceCards({ onRefine: (condition) => this.#refine(condition) });
  #findings;

  constructor(route) {
    const refresh = el("button", { type: "button", class: "quiet", onclick: () => this.#load() }, "Refresh");
    const legend = el("p", { class: "set-legend" }, el("span", { class: "a" }, "A"), el("span", { class: "b" }, "B"));
    const times = el("section", { class: "card" }, el("div", { class: "card-head" }, el("h2", {}, "Response time"), legend), this.#overlay.element, el("p", { class: "hint" }, "Drag over the chart to keep only those traces."));
    this.#findings = [times, this.#causes.element, el("h2", { class: "differs" }, "What differs"), this.#differences.element];
    this.element = el(
      "section",
      { class: "screen analytics-screen" },
      el("h1", { class: "unseen" }, "Analytics"),
      el("div", { class: "toolbar" }, this.#picker, refresh, el("span", { class: "spring" }), this.#intoBox),
      el("div", { class: "set-cards" }, this.#cards.a.element, this.#cards.b.element),
      this.#ideas,
      this.#results,
    );
    this.update(route);
  }

  update({ params }) {
    this.#params = params;
    this.element.classList.toggle("single", !isComparison(params));
    this.#showInto();
    const asked = JSON.stringify(["range", "a", "b", "arange", "brange"].map((key) => params[key] ?? ""));
    if (asked === this.#asked) return this.#draw();
    this.#asked = asked;
    show(this.#picker, rangePicker(params.range, (range) => this.#go({ range })));
    this.#load();
  }

  refresh() {
    return this.#load();
  }

  close() {
    this.#abort?.abort();
  }

  #go(change) {
    go(href("analytics", { ...this.#params, ...change }));
  }

  #refine(condition) {
    go(href("analytics", refined(this.#params, condition)));
  }

  async #load() {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.#sets = setsOf(this.#params);
    this.#results.setAttribute("aria-busy", "true");
    this.#cards.b.element.hidden = !this.#sets.b;
    try {
      const sides = SIDES.filter((side) => this.#sets[side]);
      const read = await Promise.all(sides.map((side) => this.#readSide(side, abort.signal)));
      this.#events = isComparison(this.#params) ? [] : await eventsIn(this.#sets.a.range);
      if (abort.signal.aborted) return;
      this.#read = Object.fromEntries(sides.map((side, i) => [side, read[i]]));
      this.#shown = this.#asked;
      this.#draw();
    } catch (error) {
      if (error.name !== "AbortError" && !abort.signal.aborted) this.#fail(error);
    } finally {
      if (abort === this.#abort) this.#results.removeAttribute("aria-busy");
    }
  }

  /** What was asked for is still shown when X-Ray Local can't be reached. */
  #fail(error) {
    if (error.unreachable && this.#shown === this.#asked) return;
    show(this.#results, error.side ? unreadable() : failure(error, () => this.#load()));
  }

  async #readSide(side, signal) {
    const card = this.#cards[side];
    card.expect(this.#sets[side], Boolean(this.#params[`${side}range`]));
    try {
      const read = await readTraces(this.#sets[side], { signal, onProgress: (n) => card.progress(n) });
      card.show(read, await eventsIn(this.#sets[side].range));
      return read;
    } catch (error) {
      if (error.status !== 400) throw error;
      card.fail(error);
      throw Object.assign(error, { side });
    }
  }

  #draw() {
    const { a, b } = this.#read;
    if (!a) return;
    const everything = [...a.traces, ...(b?.traces ?? [])];
    this.#showIdeas(a);
    if (!everything.length) return show(this.#results, isComparison(this.#params) ? nothing() : noTraces(this.#sets.a.range));
    if (!this.#results.contains(this.#findings[0])) show(this.#results, this.#findings);
    this.#overlay.show(responseTimes(a.traces), ...(b ? [responseTimes(b.traces)] : []));
    this.#causes.show(a.traces, b?.traces ?? null, this.#params.cause);
    this.#differences.show(a.traces, b?.traces ?? null);
    setText(this.#findings[2], b ? "What differs" : "What they have in common");
  }

  #showInto() {
    const into = intoOf(this.#params);
    this.#intoBox.hidden = !isComparison(this.#params);
    const button = (value, label) => el("button", { type: "button", "aria-pressed": String(value === into), onclick: () => this.#go({ into: value }) }, label);
    show(this.#into, button("a", "A"), button("b", "B"), button("both", "Both"));
  }

  #showIdeas({ traces }) {
    const link = (label, params) => el("a", { class: "button idea", href: href("analytics", params) }, label);
    const { range, into, cause } = this.#params;
    const ideas = isComparison(this.#params)
      ? [link("Swap A and B", swapped(this.#params)), link("Start over", { range, into, cause })]
      : suggestions(this.#params, traces, this.#sets.a.range, this.#events).map(({ label, params }) => link(label, params));
    show(this.#ideas, !isComparison(this.#params) && ideas.length > 0 && el("span", {}, "Compare"), ideas);
  }
}

function unreadable() {
  return emptyState("A filter can't be read", el("p", {}, "Correct it where it is marked above."));
}

function nothing() {
  return emptyState("No trace is in either set", el("p", {}, "Choose a longer time, or filters that match something."));
}
