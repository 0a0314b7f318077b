// Side panel of the map: the statistics of a node or an edge, and the link to its traces.
import { fetchEvents } from "../api/events.js";
import { and, combineWithGroup, edgeSelector, narrowSelector, nodeSelector } from "../api/filterExpression.js";
import { fetchSeries, perMinute } from "../api/graphSeries.js";
import { STATUSES, typeLabel } from "../api/serviceGraph.js";
import { el, setChildren, setText } from "../base/dom.js";
import { count, duration, percent, rate, shortName } from "../base/format.js";
import { href } from "../base/router.js";
import { percentile } from "../chart/distribution.js";
import { Histogram } from "../chart/histogram.js";
import { TimeChart } from "../chart/timeChart.js";
import { typeIcon } from "../ui/icons.js";

const NAMES = { ok: "OK", error: "Errors (4xx)", fault: "Faults (5xx)", throttle: "Throttled (429)" };
const PERCENTILES = [0.5, 0.9, 0.95, 0.99];
const SERIES_MILLIS = 10000;

export class DetailPanel {
  #graph;
  #selector;
  #seriesLoadedAt = 0;
  #facts = [];
  #ticked = new Set();
  #histogram = new Histogram({ onSelect: () => this.#updateLink() });
  #percentiles = PERCENTILES.map(() => el("dd"));
  #statusCounts = STATUSES.map(() => el("span", { class: "status-count" }));
  #tracesLink = el("a", { class: "primary button", "data-view-traces": "" }, "View traces");
  #rates = new TimeChart({ label: "Requests", format: rate });
  #latency = new TimeChart({ label: "Mean response time", format: duration });
  #series = el(
    "div",
    { class: "series", hidden: true },
    el("h3", {}, "Over time"),
    this.#rates.element,
    this.#latency.element,
  );
  #neighbours = el("ul", { class: "neighbours" });
  #onSelect;

  constructor(thing, { onSelect, onClose }) {
    this.#onSelect = onSelect;
    this.key = thing.key;
    this.#selector = thing.from ? edgeSelector(thing) : nodeSelector(thing);
    this.#facts = ["Requests", "Mean", "Rate"].map((label) => ({ label, value: el("dd") }));
    const close = el(
      "button",
      { type: "button", class: "quiet close", "aria-label": "Close panel", onclick: onClose },
      "✕",
    );
    this.element = el(
      "aside",
      { class: "panel", "aria-label": "Selected" },
      el("header", {}, heading(thing), close),
      definitions(
        "facts",
        this.#facts.map(({ label, value }) => [label, value]),
      ),
      el("h3", {}, "Response time"),
      el("p", { class: "hint" }, "Drag over the bars to choose a range."),
      this.#histogram.element,
      definitions(
        "percentiles",
        PERCENTILES.map((p, i) => [`p${p * 100}`, this.#percentiles[i]]),
      ),
      el("h3", {}, "Responses"),
      el(
        "div",
        { class: "statuses" },
        STATUSES.map((status, i) => this.#statusBox(status, i)),
      ),
      this.#tracesLink,
      this.#series,
      this.#neighbours,
    );
  }

  /** Updates the statistics and keeps the user's selections. */
  update(thing, graph) {
    this.#graph = graph;
    const { stats } = thing;
    [count(stats.total), duration(stats.mean), rate(thing.rate)].forEach((text, i) =>
      setText(this.#facts[i].value, text),
    );
    STATUSES.forEach((status, i) =>
      setText(
        this.#statusCounts[i],
        stats[status] ? `${count(stats[status])} (${percent(stats[status] / stats.total)})` : "0",
      ),
    );
    this.#histogram.show(thing.histogram);
    PERCENTILES.forEach((p, i) => setText(this.#percentiles[i], duration(percentile(thing.histogram, p))));
    if (!thing.from) this.#showNeighbours(thing, graph);
    this.#updateLink();
    this.#loadSeries();
  }

  #statusBox(status, i) {
    const box = el("input", {
      type: "checkbox",
      onchange: (event) => {
        if (event.target.checked) this.#ticked.add(status);
        else this.#ticked.delete(status);
        this.#updateLink();
      },
    });
    return el(
      "label",
      { class: "status-box" },
      box,
      el("i", { class: `dot ${status}` }),
      el("span", {}, NAMES[status]),
      this.#statusCounts[i],
    );
  }

  #updateLink() {
    const statuses = STATUSES.filter((status) => this.#ticked.has(status));
    const own = narrowSelector(this.#selector, statuses, this.#histogram.selection);
    const shown = combineWithGroup(this.#graph?.group, this.#graph?.filter);
    this.#tracesLink.setAttribute(
      "href",
      href("traces", { filter: shown ? and(shown, own) : own, range: this.#graph?.range.text }),
    );
  }

  #showNeighbours(node, { edges }) {
    const calls = edges.filter(({ from }) => from === node);
    const callers = edges.filter(({ to }) => to === node);
    const signature = [...calls, ...callers].map(({ key, rate: r }) => `${key}${r.toFixed(1)}`).join();
    if (this.#neighbours.dataset.signature === signature) return;
    this.#neighbours.dataset.signature = signature;
    const item = (edge, other, word) =>
      el(
        "li",
        {},
        el(
          "button",
          { type: "button", class: "row-button", onclick: () => this.#onSelect(edge.key) },
          el("span", { class: "word" }, word),
          typeIcon(other.type),
          el("span", { class: "name" }, other.type === "client" ? "Client" : shortName(other.name)),
          el("span", { class: "figure" }, rate(edge.rate)),
        ),
      );
    setChildren(
      this.#neighbours,
      callers.map((edge) => item(edge, edge.from, "from")),
      calls.map((edge) => item(edge, edge.to, "calls")),
    );
  }

  async #loadSeries() {
    if (Date.now() - this.#seriesLoadedAt < SERIES_MILLIS) return;
    this.#seriesLoadedAt = Date.now();
    const graph = this.#graph;
    try {
      const [points, events] = await Promise.all([
        fetchSeries(graph, this.#selector, this.key),
        fetchEvents(graph.range),
      ]);
      this.#showSeries(graph.range, points, events);
    } catch {
      this.#series.hidden = true;
    }
  }

  #showSeries(range, points, events) {
    this.#series.hidden = !points.length;
    const stacks = points.map(({ from, to, stats }) => ({ from, to, values: perMinute(stats, to - from) }));
    this.#rates.show({ range, stacks, events });
    this.#latency.show({
      range,
      points: points.map(({ from, to, stats }) => ({ time: (from + to) / 2, value: stats.mean ?? 0 })),
      events,
    });
  }
}

function heading(thing) {
  if (thing.from) {
    const title = `${displayName(thing.from)} → ${displayName(thing.to)}`;
    return el("div", { class: "panel-title" }, el("h2", {}, title), el("p", {}, "As the caller saw it"));
  }
  return el(
    "div",
    { class: "panel-title" },
    typeIcon(thing.type),
    el("h2", { title: thing.name }, displayName(thing)),
    el("p", {}, typeLabel(thing.type)),
  );
}

function displayName({ name, type }) {
  return type === "client" ? `Client of ${name}` : shortName(name);
}

function definitions(name, entries) {
  return el(
    "dl",
    { class: name },
    entries.map(([term, value]) => el("div", {}, el("dt", {}, term), value)),
  );
}
