// Card for one of the two compared sets: its filter, its key figures and its traces over time.
import { responseTimeEntries } from "../api/traceSummaries.js";
import { volumeByStatus } from "../api/traceVolume.js";
import { el, setChildren, setText } from "../base/dom.js";
import { count, duration, percent } from "../base/format.js";
import { href } from "../base/router.js";
import { fixedRange } from "../base/timeRange.js";
import { percentile } from "../chart/distribution.js";
import { TimeChart } from "../chart/timeChart.js";
import { vocabularyOf } from "../ui/completions.js";
import { FilterBar } from "../ui/filterBar.js";

export class SetCard {
  #filter;
  #head = el("p", { class: "set-when" });
  #note = el("p", { class: "hint", role: "status" });
  #facts = el("dl", { class: "facts" });
  #reset;
  #chart;
  #list = el("a", { class: "button small" }, "View traces");
  #set = null;

  /** side: "a" or "b"; onFilter(filter); onRange(range), or onRange(null) to remove the set's own time range. */
  constructor(side, { onFilter, onRange }) {
    this.#filter = new FilterBar({ onRun: onFilter, label: `Filter of set ${side.toUpperCase()}` });
    this.#reset = el(
      "button",
      { type: "button", class: "quiet small", hidden: true, onclick: () => onRange(null) },
      "All of the time",
    );
    this.#chart = new TimeChart({
      label: "Traces",
      format: count,
      height: 48,
      onSelect: ({ start, end }) => onRange(fixedRange(start, end)),
    });
    this.element = el(
      "section",
      { class: `card set-card ${side}`, "aria-label": `Set ${side.toUpperCase()}` },
      el("header", {}, el("h2", { class: "set-letter" }, side.toUpperCase()), this.#head, this.#reset, this.#list),
      this.#filter.element,
      this.#facts,
      this.#chart.element,
      this.#note,
    );
  }

  /** set: from parseSets; own: whether it has its own time range. */
  showPending(set, own) {
    this.#set = set;
    this.#list.href = href("traces", { range: set.range.text, filter: set.filter });
    this.#filter.value = set.filter;
    this.#filter.showError(null);
    const what = set.rest ? "The rest" : set.filter ? "Traces that match" : "All traces";
    setText(this.#head, `${what}, ${set.range.label}`);
    this.#reset.hidden = !own;
    setText(this.#note, "Reading…");
  }

  progress(n) {
    setText(this.#note, `Reading… ${count(n)} so far`);
  }

  show({ traces, complete }, events) {
    this.#filter.setVocabulary(vocabularyOf(traces));
    const times = responseTimeEntries(traces);
    const share = (flag) => percent(traces.filter((trace) => trace[flag]).length / (traces.length || 1));
    const fact = (term, value) => el("div", {}, el("dt", {}, term), el("dd", {}, value));
    setChildren(
      this.#facts,
      fact("Traces", `${count(traces.length)}${complete ? "" : "+"}`),
      [
        ["Median", 0.5],
        ["p95", 0.95],
      ].map(([name, p]) => fact(name, duration(percentile(times, p)))),
      fact("Faults", share("HasFault")),
      fact("Errors", share("HasError")),
    );
    this.#chart.show({ range: this.#set.range, stacks: volumeByStatus(traces, this.#set.range), events });
    setText(
      this.#note,
      complete ? "" : `A sample: the newest ${count(traces.length)} traces of this set, and there are more.`,
    );
  }

  showError(error) {
    setChildren(this.#facts);
    setText(this.#note, "");
    this.#filter.showError(error);
  }
}
