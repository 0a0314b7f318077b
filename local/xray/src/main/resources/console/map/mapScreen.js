// Map screen: polls the service graph and shows it as a drawing or a table.
import { fetchGraph } from "../api/graphQuery.js";
import { el, setChildren, setText } from "../base/dom.js";
import { listenForEscape } from "../base/escapeKey.js";
import { href, navigate, replaceRoute } from "../base/router.js";
import { parseRange } from "../base/timeRange.js";
import { graphControls, graphLegend } from "../graph/graphControls.js";
import { GraphLayout } from "../graph/graphLayout.js";
import { isTooLarge } from "../graph/graphLimit.js";
import { GraphView } from "../graph/graphView.js";
import { failure } from "../ui/emptyState.js";
import { FilterBar } from "../ui/filterBar.js";
import { rangePicker } from "../ui/rangePicker.js";
import { DetailPanel } from "./detailPanel.js";
import { emptyMap, invalidMapFilter } from "./emptyMap.js";
import { EventStrip } from "./eventStrip.js";
import { GroupSelect } from "./groupSelect.js";
import { largeMap } from "./largeMap.js";
import { LiveControls } from "./liveControls.js";
import { MapTimeline } from "./mapTimeline.js";
import { NodeSearch } from "./nodeSearch.js";
import { nodeTable } from "./nodeTable.js";

const layout = new GraphLayout();

export class MapScreen {
  title = "Service map";
  #params;
  #requested = null;
  #timer = null;
  #stopListening;
  #abort = null;
  #graph = null;
  #panel = null;
  #events = new EventStrip({ onResize: () => this.#view.refit() });
  #view = new GraphView(layout, { onSelect: (key) => this.#select(key), top: () => this.#events.height });
  #stage = el("div", { class: "stage" });
  #side = el("div", { class: "side", hidden: true });
  #timeline = new MapTimeline({ onRange: (range) => this.#navigate({ range }) });
  #groups = new GroupSelect({ onChange: (group) => this.#navigate({ group }) });
  #filter = new FilterBar({ onRun: (filter) => this.#runFilter(filter) });
  #picker = el("div");
  #live = new LiveControls({ onToggle: () => this.#togglePause() });
  #listButton = el("button", {
    type: "button",
    class: "quiet",
    onclick: () => this.#navigate({ view: this.#params.view === "list" ? null : "list" }),
  });
  #filterButton = el(
    "button",
    {
      type: "button",
      class: "quiet",
      "aria-expanded": "false",
      onclick: () => this.#showFilter(this.#filter.element.hidden),
    },
    "Filter",
  );
  #compare = el("a", { class: "button" }, "Compare");
  #search = new NodeSearch({ onInput: () => this.#highlight(), onEnter: () => this.#selectFound() });

  constructor(route) {
    this.element = el(
      "section",
      { class: "screen map-screen" },
      el("h1", { class: "unseen" }, "Service map"),
      el(
        "div",
        { class: "toolbar" },
        this.#picker,
        this.#live.elements,
        el("span", { class: "spring" }),
        this.#groups.element,
        this.#filterButton,
        this.#search.element,
        this.#listButton,
        this.#compare,
      ),
      this.#filter.element,
      el(
        "div",
        { class: "map-body" },
        el("div", { class: "map-main" }, this.#stage, this.#timeline.element),
        this.#side,
      ),
    );
    this.#stopListening = listenForEscape(() => this.#params.selected && this.#closePanel());
    this.update(route);
  }

  update({ params }) {
    const asked = JSON.stringify([params.range, params.group, params.filter]);
    const moved = asked !== this.#requested;
    if (!this.#params || params.range !== this.#params.range)
      setChildren(
        this.#picker,
        rangePicker(params.range, (range) => this.#navigate({ range })),
      );
    this.#params = params;
    setText(this.#listButton, params.view === "list" ? "Map" : "List");
    if (moved) this.#reset(asked);
    else if (this.#graph) this.#draw();
  }

  refresh() {
    if (!this.#live.paused || !this.#graph) return this.#load();
  }

  close() {
    clearTimeout(this.#timer);
    this.#stopListening();
    this.#abort?.abort();
    this.closed = true;
  }

  #reset(asked) {
    this.#requested = asked;
    this.#groups.select(this.#params.group ?? null);
    this.#filter.value = this.#params.filter ?? "";
    this.#showFilter(Boolean(this.#params.filter));
    this.#load();
  }

  #showFilter(shown) {
    this.#filter.element.hidden = !shown;
    this.#filterButton.setAttribute("aria-expanded", String(shown));
    if (shown && !this.#params.filter) this.#filter.element.querySelector("input").focus();
  }

  #navigate(change) {
    navigate(href("service-map", { ...this.#params, ...change }));
  }

  #runFilter(filter) {
    if (filter === (this.#params.filter ?? "")) this.#load();
    else this.#navigate({ filter });
  }

  #select(key) {
    replaceRoute(href("service-map", { ...this.#params, selected: key === this.#params.selected ? null : key }));
  }

  /** Moves the focus back to the element that the panel described. */
  #closePanel() {
    const { selected } = this.#params;
    this.#select(null);
    if (this.#params.view === "list") this.#stage.querySelector(`[data-key="${CSS.escape(selected)}"]`)?.focus();
    else this.#view.focus(selected);
  }

  #togglePause() {
    if (this.#live.paused) clearTimeout(this.#timer);
    else this.#load();
  }

  async #load() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const range = parseRange(this.#params.range);
    try {
      if (!document.hidden || !this.#graph) {
        const asked = this.#requested;
        const graph = await fetchGraph(range, this.#params, abort.signal);
        if (abort.signal.aborted) return;
        this.#graph = { ...graph, asked };
        this.#filter.showError(null);
        this.#draw();
      }
    } catch (error) {
      if (abort.signal.aborted || error.name === "AbortError") return;
      this.#showFailure(error);
    }
    if (!this.#live.paused && range.live)
      this.#timer = setTimeout(() => this.#load(), pollMillis(range, this.#params.filter, this.#graph));
  }

  /** Keeps the graph when X-Ray Local can't be reached, but no longer marks it as live. */
  #showFailure(error) {
    if (error.unreachable && this.#graph?.asked === this.#requested) return this.#live.markOutdated();
    this.#graph = null;
    this.#live.clear();
    const misread = this.#params.filter && error.status === 400;
    this.#filter.showError(misread ? error : null);
    setChildren(this.#stage, misread ? invalidMapFilter(this.#params) : this.#failure(error));
  }

  #failure(error) {
    return failure(error, () => this.#load());
  }

  #draw() {
    const { nodes, range } = this.#graph;
    this.#live.show(this.#graph);
    this.#compare.setAttribute("href", href("compare", { group: this.#params.group, filter: this.#params.filter }));
    this.#filter.setVocabulary({ names: serviceNames(nodes) });
    if (!nodes.length) setChildren(this.#stage, emptyMap(range, this.#params));
    else if (this.#params.view === "list" || isTooLarge(this.#graph)) this.#drawList();
    else this.#drawMap();
    this.#drawPanel();
    this.#timeline.update(this.#graph).then((events) => events && !this.closed && this.#events.show(events));
  }

  #drawMap() {
    if (!this.#stage.contains(this.#view.element))
      setChildren(this.#stage, this.#view.element, this.#events.element, graphControls(this.#view), graphLegend());
    this.#view.show(this.#graph).catch((error) => setChildren(this.#stage, this.#failure(error)));
    this.#view.select(this.#params.selected ?? null);
    this.#highlight();
  }

  /** Redraws the table and keeps the focus. */
  #drawList() {
    const focused = this.#stage.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const list = isTooLarge(this.#graph) ? largeMap : nodeTable;
    setChildren(
      this.#stage,
      list(
        this.#graph,
        (key) => this.#select(key),
        {
          matches: (node) => this.#search.matches(node),
          sort: this.#params.sort,
          onSort: (sort) => this.#navigate({ sort }),
        },
      ),
    );
    if (focused) this.#stage.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  #drawPanel() {
    const key = this.#params.selected;
    const thing = key && [...this.#graph.nodes, ...this.#graph.edges].find((each) => each.key === key);
    this.#side.hidden = !thing;
    if (!thing) {
      this.#panel = null;
      return setChildren(this.#side);
    }
    if (this.#panel?.key !== key) {
      this.#panel = new DetailPanel(thing, {
        onSelect: (other) => this.#select(other),
        onClose: () => this.#closePanel(),
      });
      const held = this.#side.contains(document.activeElement);
      setChildren(this.#side, this.#panel.element);
      if (held) this.#panel.element.querySelector("button").focus();
    }
    this.#panel.update(thing, this.#graph);
  }

  #highlight() {
    if (!this.#stage.contains(this.#view.element)) return this.#graph?.nodes.length && this.#drawList();
    this.#view.highlight((node) => this.#search.matches(node));
  }

  #selectFound() {
    const found = this.#search.find(this.#graph?.nodes ?? []);
    if (found) this.#select(found.key);
  }
}

/**
 * Milliseconds until the next request: more for a long range, which changes slowly, for a filter, which is slow, and for
 * a graph of thousands of nodes.
 */
function pollMillis({ seconds }, filter, graph) {
  if (graph && isTooLarge(graph)) return 30000;
  return seconds > 900 ? 10000 : filter ? 5000 : 2000;
}

function serviceNames(nodes) {
  return [...new Set(nodes.filter(({ type }) => type !== "client").map(({ name }) => name))].sort();
}
