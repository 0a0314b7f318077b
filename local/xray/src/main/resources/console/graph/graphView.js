// Draws a service graph as SVG. Existing nodes and edges are updated in place.
import { svg } from "../base/dom.js";
import { rate } from "../base/format.js";
import { arrowheads } from "./arrowheads.js";
import { callOrder } from "./callOrder.js";
import { statusRemark } from "./descriptions.js";
import { addDrag } from "./drag.js";
import { GraphEdge } from "./graphEdge.js";
import { isTooLarge, tooLargeText } from "./graphLimit.js";
import { GraphNode } from "./graphNode.js";
import { nodeBox } from "./nodeBox.js";
import { PanZoom } from "./panZoom.js";

const PAN_STEPS = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
const FOCUS_STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -Infinity, End: Infinity };
/** Space for the legend and the buttons on the map. */
const CONTROLS = { bottom: 44, right: 40 };
const MARGIN = 22;
/** A part of the map is scaled like a small map. */
const PART_OPTIONS = { maxScale: 0.9 };

export class GraphView {
  #layout;
  #onSelect;
  #texts;
  #top;
  #nodes = new Map();
  #edges = new Map();
  #graph = { nodes: [], edges: [] };
  #requested = null;
  #selected = null;
  #matches = () => true;
  /** The keys of nodes and edges in the order of the keyboard, and the one that Tab leads to. */
  #order = [];
  #tabStop = null;
  #edgeLayer = svg("g", { class: "edges" });
  #labelLayer = svg("g", { class: "labels" });
  #nodeLayer = svg("g", { class: "nodes" });

  /**
   * figure(thing) formats the rate of a node or an edge, spoken(thing) does for screen readers; remark(node) returns
   * { text, tone } or null; top() is the height of what covers the map at its top.
   */
  constructor(
    layout,
    {
      onSelect = () => {},
      label = "Service map",
      figure = (thing) => rate(thing.rate),
      spoken = (thing) => rate(thing.rate).replace("/min", " per minute"),
      remark = statusRemark,
      top = () => 0,
    } = {},
  ) {
    this.#texts = { figure, spoken, remark };
    this.#top = top;
    this.#layout = layout;
    this.#onSelect = onSelect;
    const viewport = svg("g", {}, this.#edgeLayer, this.#labelLayer, this.#nodeLayer);
    this.element = svg(
      "svg",
      { class: "map", role: "group", "aria-label": label, tabindex: -1 },
      arrowheads(),
      viewport,
    );
    this.panZoom = new PanZoom(this.element, viewport);
    this.element.addEventListener("keydown", (event) => this.#handleKey(event));
    this.element.addEventListener("focusin", ({ target }) => {
      const key = target.dataset.node ?? target.dataset.edge;
      if (key) this.#setTabStop(key);
      if (target.matches(":focus-visible")) this.#reveal(target.dataset.node);
    });
    new ResizeObserver(() => this.panZoom.movedByUser || this.#fitOrFocus()).observe(this.element);
  }

  /** Draws a graph as soon as its nodes have positions. The previous drawing stays until then. Refuses a huge graph. */
  async show(graph) {
    if (isTooLarge(graph)) throw new Error(`${tooLargeText(graph)}.`);
    this.#requested = graph;
    if (!this.#layout.hasPlaces(graph)) await this.#layout.arrange(graph, (node) => this.#box(node));
    if (graph === this.#requested) this.#draw(graph);
  }

  #box(node) {
    return nodeBox(node, GraphNode.lines(node, this.#texts));
  }

  #draw(graph) {
    const fresh = graph.nodes.some(({ key }) => !this.#nodes.has(key));
    this.#graph = graph;
    sync(this.#nodes, graph.nodes, (node) => this.#addNode(node));
    sync(this.#edges, graph.edges, (edge) => this.#addEdge(edge));
    const busiest = Math.max(1, ...graph.edges.map(({ stats }) => stats.total));
    graph.nodes.forEach((node) => this.#updateNode(node));
    for (const edge of graph.edges) {
      this.#route(edge);
      this.#edges.get(edge.key).update(edge, busiest);
    }
    this.#order = callOrder(graph);
    this.#setTabStop([this.#tabStop, this.#selected].find((key) => this.#order.includes(key)) ?? this.#order[0]);
    this.#updateSelection();
    this.#updateHighlight();
    if (fresh && !this.panZoom.movedByUser) this.#fitOrFocus();
    performance.mark("map-drawn");
  }

  /** Fits the whole graph into the view. */
  fit() {
    this.#fit(this.#graph);
  }

  /** Fits again after what covers the map has changed, unless the user has moved it. */
  refit() {
    if (!this.panZoom.movedByUser) this.#fitOrFocus();
  }

  /** Fits the whole graph, or if that would be illegible, the selected element and its neighbours. */
  #fitOrFocus() {
    this.fit();
    const near = this.panZoom.illegible && this.#selectedNeighbourhood();
    if (!near) return;
    this.#fit(near, PART_OPTIONS);
    if (this.panZoom.illegible) this.panZoom.centre(this.#layout.box(near.nodes[0].key));
  }

  /** The selected node or edge with its neighbours, the selected node first; null without a selection. */
  #selectedNeighbourhood() {
    const edges = this.#graph.edges.filter(({ key, from, to }) => [key, from.key, to.key].includes(this.#selected));
    const selected = this.#graph.nodes.find(({ key }) => key === this.#selected) ?? edges[0]?.to;
    return selected ? { nodes: [...new Set([selected, ...edges.flatMap(({ from, to }) => [from, to])])], edges } : null;
  }

  /** Scrolls a node into view when it gets the focus from the keyboard. */
  #reveal(key) {
    const place = key && this.#layout.box(key);
    if (place && !this.panZoom.isVisible(place)) this.panZoom.centre(place);
  }

  #fit({ nodes, edges }, options = {}) {
    const boxes = nodes.map(({ key }) => this.#layout.box(key));
    if (!boxes.length) return;
    const bends = edges
      .flatMap((edge) => this.#layout.route(edge)?.bends ?? [])
      .map((bend) => ({ ...bend, width: 0, height: 0 }));
    const [left, right] = extent(boxes, "x", "width");
    const [top, bottom] = extent([...boxes, ...bends], "y", "height");
    this.panZoom.fit(
      { x: left, y: top, width: right - left, height: bottom - top },
      { ...options, ...(this.element.nextElementSibling ? { ...CONTROLS, top: this.#top() } : {}) },
    );
  }

  /** Computes the whole layout again. */
  rearrange() {
    this.#layout.reset();
    this.panZoom.movedByUser = false;
    return this.show(this.#graph).then(() => this.#fitOrFocus());
  }

  /** Selects a node or an edge; null clears the selection. */
  select(key) {
    const other = key !== this.#selected;
    this.#selected = key;
    this.#updateSelection();
    if (other && !this.panZoom.movedByUser) this.#fitOrFocus();
  }

  #updateSelection() {
    for (const [key, { element, label }] of [...this.#nodes, ...this.#edges]) {
      const chosen = key === this.#selected;
      element.classList.toggle("selected", chosen);
      label?.classList.toggle("selected", chosen);
      element.setAttribute("aria-pressed", String(chosen));
    }
  }

  /** Dims the nodes that don't match, and the edges between them. */
  highlight(matches) {
    this.#matches = matches;
    this.#updateHighlight();
  }

  #updateHighlight() {
    const matches = this.#matches;
    for (const node of this.#graph.nodes) this.#nodes.get(node.key).element.classList.toggle("dim", !matches(node));
    for (const { key, from, to } of this.#graph.edges) {
      const { element, label } = this.#edges.get(key);
      for (const part of [element, label]) part.classList.toggle("dim", !matches(from) && !matches(to));
    }
  }

  focus(key) {
    this.#drawn(key)?.element.focus();
  }

  #drawn(key) {
    return this.#nodes.get(key) ?? this.#edges.get(key);
  }

  /** Only one element of the map is in the tab order; arrows lead from it to the others. */
  #setTabStop(key) {
    this.#tabStop = key;
    for (const [each, { element }] of [...this.#nodes, ...this.#edges]) element.tabIndex = each === key ? 0 : -1;
  }

  #focusNeighbour(step) {
    const at = this.#order.indexOf(this.#tabStop) + step;
    this.focus(this.#order[Math.min(Math.max(at, 0), this.#order.length - 1)]);
  }

  #addNode(node) {
    const drawn = new GraphNode(node, this.#texts);
    this.#makeDraggable(drawn, node.key);
    this.#nodeLayer.append(drawn.element);
    drawn.place(this.#startPlace(node) ?? this.#layout.box(node.key));
    return drawn;
  }

  /** A new node moves in from a neighbour. */
  #startPlace(node) {
    const edge = this.#graph.edges.find(({ to, from }) => to === node && this.#nodes.has(from.key) && from !== node);
    return edge && this.#layout.box(edge.from.key);
  }

  #updateNode(node) {
    const drawn = this.#nodes.get(node.key);
    this.#layout.widen(node.key, this.#box(node).width);
    drawn.update(node, this.#layout.box(node.key).width);
    if (!drawn.element.classList.contains("dragged"))
      requestAnimationFrame(() => drawn.place(this.#layout.box(node.key)));
  }

  #addEdge(edge) {
    const drawn = new GraphEdge(edge, { ...this.#texts, onSelect: () => this.#onSelect(edge.key) });
    this.#edgeLayer.append(drawn.element);
    this.#labelLayer.append(drawn.label);
    return drawn;
  }

  #route(edge) {
    this.#edges
      .get(edge.key)
      .place(this.#layout.box(edge.from.key), this.#layout.box(edge.to.key), this.#layout.route(edge));
  }

  #makeDraggable(drawn, key) {
    addDrag(drawn.element, {
      position: () => this.#layout.box(key),
      onDrag: ({ x, y }, dx, dy) =>
        this.#moveNode(drawn, key, x + dx / this.panZoom.scale, y + dy / this.panZoom.scale),
      onClick: () => this.#onSelect(key),
    });
  }

  #moveNode(drawn, key, x, y) {
    this.panZoom.movedByUser = true;
    this.#layout.move(key, { x, y });
    drawn.place(this.#layout.box(key));
    this.#graph.edges.filter(({ from, to }) => from.key === key || to.key === key).forEach((edge) => this.#route(edge));
  }

  /** Arrows go through the calls, with Shift they pan. */
  #handleKey(event) {
    const pan = event.shiftKey && PAN_STEPS[event.key];
    const step = FOCUS_STEPS[event.key];
    const own = event.target.closest("[data-node], [data-edge]");
    if (pan) this.panZoom.pan(...pan);
    else if (step) this.#focusNeighbour(step);
    else if (event.key === "+" || event.key === "=") this.panZoom.zoom(1.25);
    else if (event.key === "-") this.panZoom.zoom(0.8);
    else if (event.key === "0") this.fit();
    else if (own && (event.key === "Enter" || event.key === " ")) this.#onSelect(own.dataset.node ?? own.dataset.edge);
    else return;
    event.preventDefault();
  }
}

function sync(drawn, things, add) {
  const keys = new Set(things.map(({ key }) => key));
  for (const [key, { element, label }] of drawn) {
    if (keys.has(key)) continue;
    element.remove();
    label?.remove();
    drawn.delete(key);
  }
  for (const thing of things) if (!drawn.has(thing.key)) drawn.set(thing.key, add(thing));
}

/** The extent of boxes along an axis, with a margin. */
function extent(boxes, axis, size) {
  return [
    Math.min(...boxes.map((box) => box[axis] - box[size] / 2)) - MARGIN,
    Math.max(...boxes.map((box) => box[axis] + box[size] / 2)) + MARGIN,
  ];
}
