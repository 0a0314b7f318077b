// Draws a graph as SVG and keeps the drawing calm: what is there already is updated in place.
import { svg } from "../base/dom.js";
import { rate } from "../base/format.js";
import { arrowheads, MapEdge } from "./graphEdge.js";
import { MapNode, whatIsWrong } from "./graphNode.js";
import { PanZoom } from "./panZoom.js";

/** Room for what may lie on the map: its legend and its buttons. */
const LAID_ON = { bottom: 44, right: 40 };
const MARGIN = 22;
/** A part of the map is shown about as large as the whole of a small one. */
const PART = { maxScale: 0.9 };

export class MapView {
  #layout;
  #onSelect;
  #says;
  #nodes = new Map();
  #edges = new Map();
  #graph = { nodes: [], edges: [] };
  #wanted = null;
  #selected = null;
  #matches = () => true;
  #edgeLayer = svg("g", { class: "edges" });
  #labelLayer = svg("g", { class: "labels" });
  #nodeLayer = svg("g", { class: "nodes" });

  /** figure(thing) writes how often a node or an edge was called; remark(thing) → { text, tone } what is special about it. */
  constructor(layout, { onSelect = () => {}, label = "Service map", figure = (thing) => rate(thing.rate), remark = whatIsWrong } = {}) {
    this.#says = { figure, remark };
    this.#layout = layout;
    this.#onSelect = onSelect;
    const viewport = svg("g", {}, this.#edgeLayer, this.#labelLayer, this.#nodeLayer);
    this.element = svg("svg", { class: "map", role: "group", "aria-label": label }, arrowheads(), viewport);
    this.panZoom = new PanZoom(this.element, viewport);
    this.element.addEventListener("keydown", (event) => this.#key(event));
    this.element.addEventListener("focusin", ({ target }) => target.matches(":focus-visible") && this.#reveal(target.dataset.node));
    new ResizeObserver(() => this.panZoom.touched || this.#settle()).observe(this.element);
  }

  /** Draws a graph as soon as its nodes have places; until then the picture before it stays. */
  async show(graph) {
    this.#wanted = graph;
    if (!this.#layout.knows(graph)) await this.#layout.arrange(graph);
    if (graph === this.#wanted) this.#draw(graph);
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
    this.#mark();
    this.#dim();
    if (fresh && !this.panZoom.touched) this.#settle();
    performance.mark("map-drawn");
  }

  /** Shows everything. */
  fit() {
    this.#fit(this.#graph);
  }

  /** Shows everything, or if a panel leaves too little room to read that, what the panel tells of with its neighbours. */
  #settle() {
    this.fit();
    const near = this.panZoom.illegible && this.#neighbourhood();
    if (!near) return;
    this.#fit(near, PART);
    if (this.panZoom.illegible) this.panZoom.centre(this.#layout.place(near.nodes[0].key));
  }

  /** The selected node or edge and what is connected with it, the most important node first; null if nothing is selected. */
  #neighbourhood() {
    const edges = this.#graph.edges.filter(({ key, from, to }) => [key, from.key, to.key].includes(this.#selected));
    const selected = this.#graph.nodes.find(({ key }) => key === this.#selected) ?? edges[0]?.to;
    return selected ? { nodes: [...new Set([selected, ...edges.flatMap(({ from, to }) => [from, to])])], edges } : null;
  }

  /** A node that the keyboard comes to is brought into sight. */
  #reveal(key) {
    const place = key && this.#layout.place(key);
    if (place && !this.panZoom.shows(place)) this.panZoom.centre(place);
  }

  #fit({ nodes, edges }, options = {}) {
    const boxes = nodes.map(({ key }) => this.#layout.place(key));
    if (!boxes.length) return;
    const bends = edges.flatMap((edge) => this.#layout.route(edge)?.bends ?? []).map((bend) => ({ ...bend, width: 0, height: 0 }));
    const [left, right] = extent(boxes, "x", "width");
    const [top, bottom] = extent([...boxes, ...bends], "y", "height");
    this.panZoom.fit({ x: left, y: top, width: right - left, height: bottom - top }, { ...options, ...(this.element.nextElementSibling ? LAID_ON : {}) });
  }

  /** Lays everything out anew. */
  tidy() {
    this.#layout.reset();
    this.panZoom.touched = false;
    return this.show(this.#graph).then(() => this.#settle());
  }

  /** Marks a node or an edge; null marks none. */
  select(key) {
    const other = key !== this.#selected;
    this.#selected = key;
    this.#mark();
    if (other && !this.panZoom.touched) this.#settle();
  }

  #mark() {
    for (const [key, { element, label }] of [...this.#nodes, ...this.#edges]) {
      const chosen = key === this.#selected;
      element.classList.toggle("selected", chosen);
      label?.classList.toggle("selected", chosen);
      element.setAttribute("aria-pressed", String(chosen));
    }
  }

  /** Dims what doesn't match. */
  highlight(matches) {
    this.#matches = matches;
    this.#dim();
  }

  #dim() {
    const matches = this.#matches;
    for (const node of this.#graph.nodes) this.#nodes.get(node.key).element.classList.toggle("dim", !matches(node));
    for (const { key, from, to } of this.#graph.edges) {
      const { element, label } = this.#edges.get(key);
      for (const part of [element, label]) part.classList.toggle("dim", !matches(from) && !matches(to));
    }
  }

  focus(key) {
    (this.#nodes.get(key) ?? this.#edges.get(key))?.element.focus();
  }

  #addNode(node) {
    const drawn = new MapNode(node, this.#says);
    this.#draggable(drawn, node.key);
    this.#nodeLayer.append(drawn.element);
    drawn.place(this.#cameFrom(node) ?? this.#layout.place(node.key));
    return drawn;
  }

  /** A newcomer slides in from a neighbour. */
  #cameFrom(node) {
    const edge = this.#graph.edges.find(({ to, from }) => to === node && this.#nodes.has(from.key) && from !== node);
    return edge && this.#layout.place(edge.from.key);
  }

  #updateNode(node) {
    const drawn = this.#nodes.get(node.key);
    drawn.update(node);
    if (!drawn.element.classList.contains("dragged")) requestAnimationFrame(() => drawn.place(this.#layout.place(node.key)));
  }

  #addEdge(edge) {
    const drawn = new MapEdge(edge, { ...this.#says, onSelect: () => this.#onSelect(edge.key) });
    this.#edgeLayer.append(drawn.element);
    this.#labelLayer.append(drawn.label);
    return drawn;
  }

  #route(edge) {
    this.#edges.get(edge.key).place(this.#layout.place(edge.from.key), this.#layout.place(edge.to.key), this.#layout.route(edge));
  }

  #draggable(drawn, key) {
    const { element } = drawn;
    let grip = null;
    let moved = false;
    element.addEventListener("pointerdown", (event) => {
      grip = { id: event.pointerId, x: event.clientX, y: event.clientY, place: this.#layout.place(key) };
      moved = false;
      element.setPointerCapture(event.pointerId);
    });
    element.addEventListener("pointermove", (event) => {
      if (grip?.id !== event.pointerId) return;
      const [dx, dy] = [event.clientX - grip.x, event.clientY - grip.y];
      if (!moved && Math.hypot(dx, dy) < 4) return;
      moved = true;
      this.panZoom.touched = true;
      element.classList.add("dragged");
      this.#layout.move(key, { x: grip.place.x + dx / this.panZoom.scale, y: grip.place.y + dy / this.panZoom.scale });
      drawn.place(this.#layout.place(key));
      this.#graph.edges.filter(({ from, to }) => from.key === key || to.key === key).forEach((edge) => this.#route(edge));
    });
    element.addEventListener("pointerup", () => {
      grip = null;
      element.classList.remove("dragged");
      if (!moved) this.#onSelect(key);
    });
    element.addEventListener("pointercancel", () => (grip = null));
  }

  #key(event) {
    const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    const own = event.target.closest("[data-node], [data-edge]");
    if (step) this.panZoom.pan(...step);
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

/** From where to where boxes reach, with a margin. */
function extent(boxes, axis, size) {
  return [Math.min(...boxes.map((box) => box[axis] - box[size] / 2)) - MARGIN, Math.max(...boxes.map((box) => box[axis] + box[size] / 2)) + MARGIN];
}
