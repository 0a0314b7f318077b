// The service map: asks for the graph again and again, and shows it as a drawing or as a list.
import { el, setText, show } from "../base/dom.js";
import { emptyState, failure, noTraces } from "../ui/emptyState.js";
import { EventStrip } from "./eventStrip.js";
import { FilterBar } from "../ui/filterBar.js";
import { clock, count } from "../base/format.js";
import { askGraph } from "../api/graphQuery.js";
import { GroupSelect } from "./groupSelect.js";
import { Layout } from "../graph/graphLayout.js";
import { mapControls, mapLegend } from "../graph/graphControls.js";
import { mapList } from "./nodeTable.js";
import { MapTimeline } from "./mapTimeline.js";
import { MapView } from "../graph/graphView.js";
import { NodePanel } from "./detailPanel.js";
import { go, href, replace } from "../base/router.js";
import { rangePicker, toRange } from "../base/timeRange.js";

const layout = new Layout();

export class MapScreen {
  title = "Service map";
  #params;
  #asked = null;
  #paused = false;
  #timer = null;
  #abort = null;
  #graph = null;
  #panel = null;
  #view = new MapView(layout, { onSelect: (key) => this.#select(key) });
  #stage = el("div", { class: "stage" });
  #side = el("div", { class: "side", hidden: true });
  #events = new EventStrip();
  #timeline = new MapTimeline({ onRange: (range) => this.#go({ range }) });
  #groups = new GroupSelect({ onChange: (group) => this.#go({ group }) });
  #filter = new FilterBar({ onRun: (filter) => this.#run(filter) });
  #picker = el("div");
  #when = el("span", { class: "when" });
  #pause = el("button", { type: "button", class: "quiet", onclick: () => this.#togglePause() }, "Pause");
  #listButton = el("button", { type: "button", class: "quiet", onclick: () => this.#go({ view: this.#params.view === "list" ? null : "list" }) });
  #filterButton = el("button", { type: "button", class: "quiet", "aria-expanded": "false", onclick: () => this.#showFilter(this.#filter.element.hidden) }, "Filter");
  #compare = el("a", { class: "button" }, "Compare");
  #find = el("input", { type: "search", placeholder: "Find a node", "aria-label": "Find a node", oninput: () => this.#highlight() });

  constructor(route) {
    this.element = el(
      "section",
      { class: "screen map-screen" },
      el("h1", { class: "unseen" }, "Service map"),
      el("div", { class: "toolbar" }, this.#picker, this.#pause, this.#when, el("span", { class: "spring" }), this.#groups.element, this.#filterButton, this.#find, this.#listButton, this.#compare),
      this.#filter.element,
      el("div", { class: "map-body" }, el("div", { class: "map-main" }, this.#stage, this.#timeline.element), this.#side),
    );
    this.#find.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.#selectFound();
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#params.selected && !event.target.closest("form")) this.#closePanel();
    });
    this.update(route);
  }

  update({ params }) {
    const asked = JSON.stringify([params.range, params.group, params.filter]);
    const moved = asked !== this.#asked;
    if (!this.#params || params.range !== this.#params.range) show(this.#picker, rangePicker(params.range, (range) => this.#go({ range })));
    this.#params = params;
    setText(this.#listButton, params.view === "list" ? "Map" : "List");
    if (moved) this.#askAnew(asked);
    else if (this.#graph) this.#draw();
  }

  refresh() {
    if (!this.#paused || !this.#graph) return this.#load();
  }

  close() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.closed = true;
  }

  #askAnew(asked) {
    this.#asked = asked;
    this.#groups.choose(this.#params.group ?? null);
    this.#filter.value = this.#params.filter ?? "";
    this.#showFilter(Boolean(this.#params.filter));
    this.#load();
  }

  #showFilter(shown) {
    this.#filter.element.hidden = !shown;
    this.#filterButton.setAttribute("aria-expanded", String(shown));
    if (shown && !this.#params.filter) this.#filter.element.querySelector("input").focus();
  }

  #go(change) {
    go(href("service-map", { ...this.#params, ...change }));
  }

  #run(filter) {
    if (filter === (this.#params.filter ?? "")) this.#load();
    else this.#go({ filter });
  }

  #select(key) {
    replace(href("service-map", { ...this.#params, selected: key === this.#params.selected ? null : key }));
  }

  /** The focus goes back to what was looked at. */
  #closePanel() {
    const { selected } = this.#params;
    this.#select(null);
    if (this.#params.view === "list") this.#stage.querySelector(`[data-key="${CSS.escape(selected)}"]`)?.focus();
    else this.#view.focus(selected);
  }

  #togglePause() {
    this.#paused = !this.#paused;
    this.#pause.textContent = this.#paused ? "Resume" : "Pause";
    this.#when.classList.toggle("live", !this.#paused);
    if (this.#paused) clearTimeout(this.#timer);
    else this.#load();
  }

  async #load() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const range = toRange(this.#params.range);
    try {
      if (!document.hidden || !this.#graph) {
        const asked = this.#asked;
        const graph = await askGraph(range, this.#params, abort.signal);
        if (abort.signal.aborted) return;
        this.#graph = { ...graph, asked };
        this.#filter.showError(null);
        this.#draw();
      }
    } catch (error) {
      if (abort.signal.aborted || error.name === "AbortError") return;
      this.#fail(error);
    }
    if (!this.#paused && range.live) this.#timer = setTimeout(() => this.#load(), pace(range, this.#params.filter));
  }

  /** What was asked for is still shown when X-Ray Local can't be reached; only it doesn't live any more. */
  #fail(error) {
    if (error.unreachable && this.#graph?.asked === this.#asked) return this.#when.classList.remove("live");
    this.#graph = null;
    setText(this.#when, "");
    const misread = this.#params.filter && error.status === 400;
    this.#filter.showError(misread ? error : null);
    const all = href("service-map", { ...this.#params, filter: null });
    if (misread) show(this.#stage, emptyState("The filter can't be read", el("p", {}, "Correct it above, or ", el("a", { href: all }, "show all traces"), ".")));
    else show(this.#stage, failure(error, () => this.#load()));
  }

  #draw() {
    const { nodes, range } = this.#graph;
    setText(this.#when, whenText(this.#graph));
    this.#when.classList.toggle("live", range.live && !this.#paused);
    this.#pause.hidden = !range.live;
    this.#compare.setAttribute("href", href("compare", { group: this.#params.group, filter: this.#params.filter }));
    this.#filter.know([...new Set(nodes.filter(({ type }) => type !== "client").map(({ name }) => name))].sort(), []);
    if (!nodes.length) this.#drawNothing();
    else if (this.#params.view === "list") this.#drawList();
    else this.#drawMap();
    this.#drawPanel();
    this.#timeline.update(this.#graph).then((events) => events && !this.closed && this.#events.show(events));
  }

  #drawNothing() {
    const { filter, group } = this.#params;
    if (!filter && !group) return show(this.#stage, noTraces(this.#graph.range));
    const all = href("service-map", { ...this.#params, filter: null, group: null });
    show(
      this.#stage,
      emptyState(
        "No trace matches",
        el("p", {}, `Nothing ${this.#graph.range.within} `, filter ? ["matches ", el("code", {}, filter)] : "", filter && group ? " and " : "", group ? ["is in group ", el("bdi", {}, group)] : "", "."),
        el("p", {}, el("a", { class: "button primary", href: all }, "Show all traces"), " ", el("a", { class: "button", href: href("service-map", { ...this.#params, range: "PT1H" }) }, "Look at the last hour")),
      ),
    );
  }

  #drawMap() {
    if (!this.#stage.contains(this.#view.element)) show(this.#stage, this.#view.element, this.#events.element, mapControls(this.#view), mapLegend());
    this.#view.show(this.#graph).catch((error) => show(this.#stage, failure(error, () => this.#load())));
    this.#view.select(this.#params.selected ?? null);
    this.#highlight();
  }

  /** Drawn anew each time; the row that has the focus keeps it. */
  #drawList() {
    const focused = this.#stage.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    show(this.#stage, mapList(this.#graph, (key) => this.#select(key)));
    if (focused) this.#stage.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  #drawPanel() {
    const key = this.#params.selected;
    const thing = key && [...this.#graph.nodes, ...this.#graph.edges].find((each) => each.key === key);
    this.#side.hidden = !thing;
    if (!thing) {
      this.#panel = null;
      return show(this.#side);
    }
    if (this.#panel?.key !== key) {
      this.#panel = new NodePanel(thing, { onSelect: (other) => this.#select(other), onClose: () => this.#closePanel() });
      const held = this.#side.contains(document.activeElement);
      show(this.#side, this.#panel.element);
      if (held) this.#panel.element.querySelector("button").focus();
    }
    this.#panel.update(thing, this.#graph);
  }

  #highlight() {
    const wanted = this.#find.value.trim().toLowerCase();
    this.#view.highlight(({ name, type }) => !wanted || `${name} ${type}`.toLowerCase().includes(wanted));
  }

  #selectFound() {
    const wanted = this.#find.value.trim().toLowerCase();
    const found = this.#graph?.nodes.find(({ name, type }) => type !== "client" && name.toLowerCase().includes(wanted));
    if (wanted && found) this.#select(found.key);
  }
}

/** Milliseconds until the next look: a long range changes slowly, and a filter is more work. */
function pace({ seconds }, filter) {
  return seconds > 900 ? 10000 : filter ? 5000 : 2000;
}

function whenText({ range, traces }) {
  if (!traces) return range.live ? `as of ${clock(range.end)}` : "";
  const n = traces.found.length;
  return `${traces.more ? "newest " : ""}${count(n)} ${n === 1 ? "trace" : "traces"}`;
}
