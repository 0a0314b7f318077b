// Time chart below the map: calls over time and events. A brush selects a time range.
import { fetchEvents } from "../api/events.js";
import { fetchSeries, perMinute } from "../api/graphSeries.js";
import { el, setChildren } from "../base/dom.js";
import { rate } from "../base/format.js";
import { fixedRange } from "../base/timeRange.js";
import { TimeChart } from "../chart/timeChart.js";

const RELOAD_MILLIS = 5000;

export class MapTimeline {
  #requestedAt = 0;
  #requested = "";
  #onRange;
  #charts;
  element = el("div", { class: "map-timeline" });

  constructor({ onRange }) {
    this.#onRange = onRange;
    const chart = (label) =>
      new TimeChart({
        label,
        format: rate,
        height: 46,
        onSelect: ({ start, end }) => this.#onRange(fixedRange(start, end)),
      });
    this.#charts = { all: chart("Calls between nodes"), matching: chart("Matching traces") };
  }

  /** Requests data at most every few seconds, unless range, group or filter changed. Returns the events, or null. */
  async update(graph) {
    const asked = `${graph.range.text} ${graph.group} ${graph.filter}`;
    if (asked === this.#requested && Date.now() - this.#requestedAt < RELOAD_MILLIS) return null;
    [this.#requested, this.#requestedAt] = [asked, Date.now()];
    const [series, events] = await Promise.all([
      fetchSeries(graph, null, null).catch(() => []),
      fetchEvents(graph.range),
    ]);
    if (asked !== this.#requested) return null;
    const chart = graph.filter ? this.#charts.matching : this.#charts.all;
    if (!this.element.contains(chart.element)) setChildren(this.element, chart.element);
    chart.show({
      range: graph.range,
      stacks: series.map(({ from, to, stats }) => ({ from, to, values: perMinute(stats, to - from) })),
      events,
    });
    return events;
  }
}
