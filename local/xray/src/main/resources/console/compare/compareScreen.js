// Two moments of the map, on one map: what appeared, vanished, fails or slowed down between before and after.
import { changeDetail, changeList } from "./changeList.js";
import { ComparePicker } from "./momentPicker.js";
import { el, show } from "../base/dom.js";
import { emptyState, failure } from "../ui/emptyState.js";
import { compareAround, eventsIn } from "../api/events.js";
import { rate } from "../base/format.js";
import { askGraph, askSeries, perMinute } from "../api/graphQuery.js";
import { Layout } from "../graph/graphLayout.js";
import { mapControls, mapLegend } from "../graph/graphControls.js";
import { compareGraphs } from "./graphDifference.js";
import { MapView } from "../graph/graphView.js";
import { go, href, replace } from "../base/router.js";
import { TimeChart } from "../chart/timeChart.js";
import { fixedRange, toRange } from "../base/timeRange.js";

const LEGEND = [["failing", "Fails more"], ["slower", "Slower"], ["appeared", "Appeared"], ["vanished", "Vanished"], ["recovered", "Better"]];
const AGAIN = 5000;
const SIX_HOURS = 21600;

export class CompareScreen {
  title = "Compare two moments";
  #params = {};
  #asked = null;
  #graph = null;
  #timer = null;
  #abort = null;
  #view = new MapView(new Layout(), {
    label: "What changed",
    onSelect: (key) => this.#select(key),
    remark: ({ change }) => (change ? { text: change.text, tone: change.kind } : null),
  });
  #picker = new ComparePicker({ onChange: (ranges) => this.#go({ ...ranges, selected: null }) });
  #chart = new TimeChart({ label: "Calls between nodes", format: rate, height: 70 });
  #strip = el("div", { class: "map-timeline" }, this.#chart.element);
  #stage = el("div", { class: "stage" });
  #side = el("div", { class: "side" });

  constructor(route) {
    this.element = el(
      "section",
      { class: "screen map-screen compare-screen" },
      el("div", { class: "toolbar" }, el("h1", {}, "Compare two moments"), el("span", { class: "spring" }), el("a", { href: "#/service-map" }, "← Service map")),
      this.#picker.element,
      el("div", { class: "map-body" }, el("div", { class: "map-main" }, this.#strip, this.#stage), this.#side),
    );
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#params.selected && !event.target.closest("form")) this.#closeDetail();
    });
    this.update(route);
  }

  update({ params }, anew = false) {
    this.#params = params;
    if (!params.before || !params.after) return this.#begin();
    const asked = JSON.stringify([params.before, params.after, params.group, params.filter]);
    if (anew || asked !== this.#asked) this.#load(asked);
    else if (this.#graph) this.#draw();
  }

  refresh() {
    return this.update({ params: this.#params }, true);
  }

  close() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.closed = true;
  }

  /** Nobody has said what to compare: the latest event's before and after, or the last five minutes with those before. */
  async #begin() {
    const now = Date.now() / 1000;
    const latest = (await eventsIn({ start: now - 3600, end: now })).at(-1);
    if (this.closed) return;
    const { group, filter } = this.#params;
    if (!latest) return replace(href("compare", { group, filter, before: fixedRange(now - 600, now - 300), after: fixedRange(now - 300, now) }));
    const [, query] = compareAround(latest).split("?");
    replace(href("compare", { group, filter, ...Object.fromEntries(new URLSearchParams(query)) }));
  }

  #go(change) {
    go(href("compare", { ...this.#params, ...change }));
  }

  #select(key) {
    replace(href("compare", { ...this.#params, selected: key === this.#params.selected ? null : key }));
  }

  /** The focus goes to what was looked at, unless it is still where it was: in the list. */
  #closeDetail() {
    const { selected } = this.#params;
    this.#select(null);
    if (!this.#side.contains(document.activeElement)) this.#view.focus(selected);
  }

  async #load(asked) {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.#asked = asked;
    const [before, after] = [toRange(this.#params.before), toRange(this.#params.after)];
    this.#drawTimes(before, after);
    try {
      const graphs = await Promise.all([before, after].map((range) => askGraph(range, this.#params, abort.signal)));
      if (abort.signal.aborted) return;
      this.#graph = { ...compareGraphs(...graphs), asked, counts: graphs.map(({ nodes }) => nodes.length) };
      this.#draw();
    } catch (error) {
      if (abort.signal.aborted || error.name === "AbortError") return;
      if (error.unreachable && this.#graph?.asked === asked) return;
      this.#graph = null;
      show(this.#side);
      show(this.#stage, failure(error, () => this.#load(asked)));
    }
    if (after.end > Date.now() / 1000 - AGAIN / 1000) this.#timer = setTimeout(() => this.#load(asked), AGAIN);
  }

  async #drawTimes(before, after) {
    const now = Date.now() / 1000;
    const margin = (after.end - before.start) / 4;
    const range = { start: before.start - margin, end: Math.max(Math.min(after.end + margin, now), after.end), text: "" };
    const wide = { start: Math.min(now - SIX_HOURS, range.start), end: Math.max(now, range.end) };
    const askable = range.end - range.start <= SIX_HOURS;
    const [events, series] = await Promise.all([eventsIn(wide), askable ? askSeries({ range, group: this.#params.group }, null, null).catch(() => []) : []]);
    if (this.closed) return;
    this.#picker.show(this.#params.before, this.#params.after, events);
    const stacks = series.map(({ from, to, stats }) => ({ from, to, values: perMinute(stats, to - from) }));
    const spans = [{ ...before, name: "before", label: "Before" }, { ...after, name: "after", label: "After" }];
    this.#chart.show({ range, stacks, events, spans });
  }

  #draw() {
    const [before, after] = this.#graph.counts;
    if (!before && !after) {
      show(this.#side);
      show(this.#stage, emptyState("No traces at either moment", el("p", {}, "Choose another event or moment above. X-Ray Local keeps traces for a day unless it was told otherwise, and less when its store is full.")));
      return;
    }
    if (!this.#stage.contains(this.#view.element)) show(this.#stage, this.#view.element, mapControls(this.#view), mapLegend(LEGEND));
    this.#view.show(this.#graph).catch((error) => show(this.#stage, failure(error, () => this.#load(this.#asked))));
    this.#view.select(this.#params.selected ?? null);
    const { selected } = this.#params;
    const thing = [...this.#graph.nodes, ...this.#graph.edges].find(({ key }) => key === selected);
    const focused = this.#side.contains(document.activeElement) ? document.activeElement.dataset.changeOf : null;
    show(
      this.#side,
      (!before || !after) && el("p", { class: "notice" }, before ? "There are no traces after: everything has vanished." : "There are no traces before: everything is new."),
      thing && changeDetail(thing, this.#params, () => this.#closeDetail()),
      changeList(this.#graph, selected, (key) => this.#select(key)),
    );
    if (focused) this.#side.querySelector(`[data-change-of="${CSS.escape(focused)}"]`)?.focus();
  }
}
