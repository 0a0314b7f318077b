// The strip below the map: how much went on over time, and what was done to the system. Drag to look at a stretch of it.
import { el, show } from "../base/dom.js";
import { eventsIn } from "../api/events.js";
import { rate } from "../base/format.js";
import { askSeries, perMinute } from "../api/graphQuery.js";
import { TimeChart } from "../chart/timeChart.js";
import { fixedRange } from "../base/timeRange.js";

const EVERY = 5000;

export class MapTimeline {
  #askedAt = 0;
  #asked = "";
  #onRange;
  #charts;
  element = el("div", { class: "map-timeline" });

  constructor({ onRange }) {
    this.#onRange = onRange;
    const chart = (label) => new TimeChart({ label, format: rate, height: 46, onSelect: ({ start, end }) => this.#onRange(fixedRange(start, end)) });
    this.#charts = { all: chart("Calls between nodes"), matching: chart("Matching traces") };
  }

  /** Asks at most every few seconds, unless the map shows something else than before. Returns the events. */
  async update(graph) {
    const asked = `${graph.range.text} ${graph.group} ${graph.filter}`;
    if (asked === this.#asked && Date.now() - this.#askedAt < EVERY) return null;
    [this.#asked, this.#askedAt] = [asked, Date.now()];
    const [series, events] = await Promise.all([askSeries(graph, null, null).catch(() => []), eventsIn(graph.range)]);
    if (asked !== this.#asked) return null;
    const chart = graph.filter ? this.#charts.matching : this.#charts.all;
    if (!this.element.contains(chart.element)) show(this.element, chart.element);
    chart.show({ range: graph.range, stacks: series.map(({ from, to, stats }) => ({ from, to, values: perMinute(stats, to - from) })), events });
    return events;
  }
}
