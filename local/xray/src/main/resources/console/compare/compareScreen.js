// Compare screen: two time ranges on one map, with the nodes and edges that appeared, vanished, fail or became slower.
import { compareLink, fetchEvents } from "../api/events.js";
import { fetchGraph } from "../api/graphQuery.js";
import { fetchSeries, perMinute } from "../api/graphSeries.js";
import { el, setChildren } from "../base/dom.js";
import { rate } from "../base/format.js";
import { listenForEscape } from "../base/escapeKey.js";
import { href, navigate, replaceRoute } from "../base/router.js";
import { fixedRange, parseRange } from "../base/timeRange.js";
import { TimeChart } from "../chart/timeChart.js";
import { graphControls, graphLegend } from "../graph/graphControls.js";
import { GraphLayout } from "../graph/graphLayout.js";
import { GraphView } from "../graph/graphView.js";
import { emptyState, failure } from "../ui/emptyState.js";
import { changeDetail } from "./changeDetail.js";
import { changeList } from "./changeList.js";
import { compareGraphs } from "./graphDifference.js";
import { MomentPicker } from "./momentPicker.js";

const LEGEND = [
  ["failing", "Fails more"],
  ["slower", "Slower"],
  ["appeared", "Appeared"],
  ["vanished", "Vanished"],
  ["recovered", "Better"],
];
const RELOAD_MILLIS = 5000;
const SIX_HOURS = 21600;

export class CompareScreen {
  title = "Compare two moments";
  #params = {};
  #requested = null;
  #graph = null;
  #timer = null;
  #stopListening;
  #abort = null;
  #view = new GraphView(new GraphLayout(), {
    label: "What changed",
    onSelect: (key) => this.#select(key),
    remark: ({ change }) => (change ? { text: change.text, tone: change.kind } : null),
  });
  #picker = new MomentPicker({ onChange: (ranges) => this.#navigate({ ...ranges, selected: null }) });
  #chart = new TimeChart({ label: "Calls between nodes", format: rate, height: 70 });
  #strip = el("div", { class: "map-timeline" }, this.#chart.element);
  #stage = el("div", { class: "stage" });
  #side = el("div", { class: "side" });

  constructor(route) {
    this.element = el(
      "section",
      { class: "screen map-screen compare-screen" },
      el(
        "div",
        { class: "toolbar" },
        el("h1", {}, "Compare two moments"),
        el("span", { class: "spring" }),
        el("a", { href: "#/service-map" }, "← Service map"),
      ),
      this.#picker.element,
      el("div", { class: "map-body" }, el("div", { class: "map-main" }, this.#strip, this.#stage), this.#side),
    );
    this.#stopListening = listenForEscape(() => this.#params.selected && this.#closeDetail());
    this.update(route);
  }

  update({ params }, anew = false) {
    this.#params = params;
    if (!params.before || !params.after) return this.#redirectToDefault();
    const asked = JSON.stringify([params.before, params.after, params.group, params.filter]);
    if (anew || asked !== this.#requested) this.#load(asked);
    else if (this.#graph) this.#draw();
  }

  refresh() {
    return this.update({ params: this.#params }, true);
  }

  close() {
    clearTimeout(this.#timer);
    this.#stopListening();
    this.#abort?.abort();
    this.closed = true;
  }

  /** Without parameters, compares around the latest event, or the last five minutes with the five before them. */
  async #redirectToDefault() {
    const now = Date.now() / 1000;
    const latest = (await fetchEvents({ start: now - 3600, end: now })).at(-1);
    if (this.closed) return;
    const { group, filter } = this.#params;
    if (!latest)
      return replaceRoute(
        href("compare", { group, filter, before: fixedRange(now - 600, now - 300), after: fixedRange(now - 300, now) }),
      );
    const [, query] = compareLink(latest).split("?");
    replaceRoute(href("compare", { group, filter, ...Object.fromEntries(new URLSearchParams(query)) }));
  }

  #navigate(change) {
    navigate(href("compare", { ...this.#params, ...change }));
  }

  #select(key) {
    replaceRoute(href("compare", { ...this.#params, selected: key === this.#params.selected ? null : key }));
  }

  /** Moves the focus to the element that the panel described, unless the focus is in the list. */
  #closeDetail() {
    const { selected } = this.#params;
    this.#select(null);
    if (!this.#side.contains(document.activeElement)) this.#view.focus(selected);
  }

  async #load(asked) {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.#requested = asked;
    const [before, after] = [parseRange(this.#params.before), parseRange(this.#params.after)];
    this.#drawTimes(before, after);
    try {
      const graphs = await Promise.all([before, after].map((range) => fetchGraph(range, this.#params, abort.signal)));
      if (abort.signal.aborted) return;
      this.#graph = { ...compareGraphs(...graphs), asked, counts: graphs.map(({ nodes }) => nodes.length) };
      this.#draw();
    } catch (error) {
      if (abort.signal.aborted || error.name === "AbortError") return;
      if (error.unreachable && this.#graph?.asked === asked) return;
      this.#graph = null;
      setChildren(this.#side);
      setChildren(
        this.#stage,
        failure(error, () => this.#load(asked)),
      );
    }
    if (after.end > Date.now() / 1000 - RELOAD_MILLIS / 1000)
      this.#timer = setTimeout(() => this.#load(asked), RELOAD_MILLIS);
  }

  async #drawTimes(before, after) {
    const now = Date.now() / 1000;
    const margin = (after.end - before.start) / 4;
    const range = {
      start: before.start - margin,
      end: Math.max(Math.min(after.end + margin, now), after.end),
      text: "",
    };
    const wide = { start: Math.min(now - SIX_HOURS, range.start), end: Math.max(now, range.end) };
    const askable = range.end - range.start <= SIX_HOURS;
    const [events, series] = await Promise.all([
      fetchEvents(wide),
      askable ? fetchSeries({ range, group: this.#params.group }, null, null).catch(() => []) : [],
    ]);
    if (this.closed) return;
    this.#picker.show(this.#params.before, this.#params.after, events);
    const stacks = series.map(({ from, to, stats }) => ({ from, to, values: perMinute(stats, to - from) }));
    const spans = [
      { ...before, name: "before", label: "Before" },
      { ...after, name: "after", label: "After" },
    ];
    this.#chart.show({ range, stacks, events, spans });
  }

  #draw() {
    const [before, after] = this.#graph.counts;
    if (!before && !after) {
      setChildren(this.#side);
      setChildren(
        this.#stage,
        emptyState(
          "No traces at either moment",
          el(
            "p",
            {},
            "Choose another event or moment above. X-Ray Local keeps traces for a day unless it was told otherwise, and less when its store is full.",
          ),
        ),
      );
      return;
    }
    if (!this.#stage.contains(this.#view.element))
      setChildren(this.#stage, this.#view.element, graphControls(this.#view), graphLegend(LEGEND));
    this.#view.show(this.#graph).catch((error) =>
      setChildren(
        this.#stage,
        failure(error, () => this.#load(this.#requested)),
      ),
    );
    this.#view.select(this.#params.selected ?? null);
    const { selected } = this.#params;
    const thing = [...this.#graph.nodes, ...this.#graph.edges].find(({ key }) => key === selected);
    const focused = this.#side.contains(document.activeElement) ? document.activeElement.dataset.changeOf : null;
    setChildren(
      this.#side,
      (!before || !after) &&
        el(
          "p",
          { class: "notice" },
          before
            ? "There are no traces after: everything has vanished."
            : "There are no traces before: everything is new.",
        ),
      thing && changeDetail(thing, this.#params, () => this.#closeDetail()),
      changeList(this.#graph, selected, (key) => this.#select(key)),
    );
    if (focused) this.#side.querySelector(`[data-change-of="${CSS.escape(focused)}"]`)?.focus();
  }
}
