// Draws a graph as SVG and keeps the drawing calm: what is there already is updated in place.
import { svg, setText } from "./dom.js";
import { edgePath, labelPlace, LIFT, RADIUS } from "./edgepath.js";
import { duration, percent, rate, shorten, shortName } from "./format.js";
import { trouble, typeLabel } from "./graph.js";
import { iconGroup } from "./icons.js";
import { PanZoom } from "./panzoom.js";
import { Ring } from "./ring.js";

const WORDS = { fault: "faults", error: "errors", throttle: "throttled" };

export class MapView {
  #layout;
  #onSelect;
  #figure;
  #nodes = new Map();
  #edges = new Map();
  #graph = { nodes: [], edges: [] };
  #edgeLayer = svg("g", { class: "edges" });
  #labelLayer = svg("g", { class: "labels" });
  #nodeLayer = svg("g", { class: "nodes" });

  /** figure(thing) writes how often a node or an edge was called. */
  constructor(layout, { onSelect = () => {}, label = "Service map", figure = (thing) => rate(thing.rate) } = {}) {
    this.#figure = figure;
    this.#layout = layout;
    this.#onSelect = onSelect;
    const viewport = svg("g", {}, this.#edgeLayer, this.#labelLayer, this.#nodeLayer);
    this.element = svg("svg", { class: "map", role: "group", "aria-label": label }, arrowheads(), viewport);
    this.panZoom = new PanZoom(this.element, viewport);
    this.element.addEventListener("keydown", (event) => this.#key(event));
    new ResizeObserver(() => this.panZoom.touched || this.fit()).observe(this.element);
  }

  show(graph) {
    this.#graph = graph;
    const fresh = this.#layout.arrange(graph);
    sync(this.#nodes, graph.nodes, (node) => this.#addNode(node));
    sync(this.#edges, graph.edges, (edge) => this.#addEdge(edge));
    const busiest = Math.max(1, ...graph.edges.map(({ stats }) => stats.total));
    graph.nodes.forEach((node) => this.#updateNode(node));
    graph.edges.forEach((edge) => this.#updateEdge(edge, busiest));
    if (fresh.length && !this.panZoom.touched) this.fit();
  }

  fit() {
    const places = this.#graph.nodes.map(({ key }) => this.#layout.place(key));
    if (!places.length) return;
    const bends = this.#graph.edges.flatMap((edge) => this.#layout.route(edge)?.bends ?? []);
    const [left, right] = extent(places.map(({ x }) => x), 92);
    const [top, bottom] = extent([...places.map(({ y }) => y), ...bends.map(({ y }) => y - LIFT)], 88);
    this.panZoom.fit({ x: left, y: top, width: right - left, height: bottom - top });
  }

  /** Lays everything out anew. */
  tidy() {
    this.#layout.reset();
    this.panZoom.touched = false;
    this.show(this.#graph);
  }

  /** Marks a node or an edge; null marks none. */
  select(key) {
    for (const [own, { element, label }] of [...this.#nodes, ...this.#edges]) {
      element.classList.toggle("selected", own === key);
      label?.classList.toggle("selected", own === key);
      element.setAttribute("aria-pressed", String(own === key));
    }
  }

  /** Dims what doesn't match. */
  highlight(matches) {
    for (const node of this.#graph.nodes) this.#nodes.get(node.key).element.classList.toggle("dim", !matches(node));
    for (const { key, from, to } of this.#graph.edges) {
      const { element, label } = this.#edges.get(key);
      for (const part of [element, label]) part.classList.toggle("dim", !matches(from) && !matches(to));
    }
  }

  focus(key) {
    this.#nodes.get(key)?.element.focus();
  }

  #addNode(node) {
    const ring = new Ring(RADIUS);
    const texts = ["node-name", "node-type", "node-stats", "node-trouble"].map((name, i) =>
      svg("text", { class: name, y: RADIUS + [23, 39, 57, 74][i], "text-anchor": "middle" }),
    );
    const title = svg("title");
    const element = svg(
      "g",
      { class: `node ${node.type === "client" ? "client" : ""} new`, "data-node": node.key, tabindex: 0, role: "button" },
      title,
      svg("circle", { class: "node-body", r: RADIUS - 4 }),
      ring.element,
      iconGroup(node.type, 1.6),
      texts,
    );
    this.#draggable(element, node.key);
    this.#nodeLayer.append(element);
    this.#place(element, this.#cameFrom(node) ?? this.#layout.place(node.key));
    requestAnimationFrame(() => requestAnimationFrame(() => element.classList.remove("new")));
    return { element, ring, texts, title };
  }

  /** A newcomer slides in from a neighbour. */
  #cameFrom(node) {
    const edge = this.#graph.edges.find(({ to, from }) => to === node && this.#nodes.has(from.key) && from !== node);
    return edge && this.#layout.place(edge.from.key);
  }

  #updateNode(node) {
    const { element, ring, texts, title } = this.#nodes.get(node.key);
    const client = node.type === "client";
    const wrong = trouble(node);
    ring.update(client ? { total: 0 } : node.stats);
    setText(texts[0], client ? "Client" : shorten(shortName(node.name), 22));
    setText(texts[1], client ? `of ${shorten(node.name, 18)}` : typeLabel(node.type));
    setText(texts[2], [client ? "" : duration(node.stats.mean), this.#figure(node)].filter(Boolean).join(" · "));
    setText(texts[3], wrong && !client ? `${percent(node.stats[wrong] / node.stats.total)} ${WORDS[wrong]}` : "");
    texts[3].setAttribute("class", `node-trouble ${wrong ?? ""}`);
    setText(title, node.name);
    element.setAttribute("aria-label", describe(client ? `Client of ${node.name}` : `${node.name}, ${typeLabel(node.type)}`, node));
    if (!element.classList.contains("dragged")) requestAnimationFrame(() => this.#place(element, this.#layout.place(node.key)));
  }

  #addEdge(edge) {
    const hit = svg("path", { class: "edge-hit" });
    const line = svg("path", { class: "edge-line" });
    const texts = [-3, 12].map((y) => svg("text", { class: "edge-text", y, "text-anchor": "middle" }));
    const plate = svg("rect", { class: "edge-plate", rx: 5 });
    const label = svg("g", { class: "edge-label" }, plate, texts);
    const element = svg("g", { class: `edge new ${edge.link ? "link" : ""}`, "data-edge": edge.key, tabindex: 0, role: "button" }, hit, line);
    for (const part of [element, label]) part.addEventListener("click", () => this.#onSelect(edge.key));
    this.#edgeLayer.append(element);
    this.#labelLayer.append(label);
    requestAnimationFrame(() => requestAnimationFrame(() => element.classList.remove("new")));
    return { element, hit, line, texts, label, plate };
  }

  #updateEdge(edge, busiest) {
    const { element, line, texts, plate } = this.#edges.get(edge.key);
    const wrong = trouble(edge);
    this.#route(edge);
    line.style.strokeWidth = (1.4 + 4 * Math.sqrt(edge.stats.total / busiest)).toFixed(2);
    line.setAttribute("class", `edge-line ${wrong ?? ""}`);
    line.setAttribute("marker-end", `url(#arrow-${wrong ?? "calm"})`);
    setText(texts[0], duration(edge.stats.mean));
    setText(texts[1], this.#figure(edge));
    const lines = texts.filter(({ textContent }) => textContent);
    const width = Math.max(...lines.map(({ textContent }) => textContent.length)) * 6.7 + 8;
    for (const [name, value] of Object.entries({ x: -width / 2, y: -15, width, height: lines.length * 15 + 2 })) plate.setAttribute(name, value);
    element.setAttribute("aria-label", describe(`${edge.from.name} to ${edge.to.name}`, edge));
  }

  #route(edge) {
    const { hit, line, label } = this.#edges.get(edge.key);
    const route = this.#layout.route(edge);
    const d = edgePath(this.#layout.place(edge.from.key), this.#layout.place(edge.to.key), route);
    if (line.getAttribute("d") === d) return;
    hit.setAttribute("d", d);
    line.setAttribute("d", d);
    const at = labelPlace(line, route);
    label.setAttribute("transform", `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`);
  }

  #place(element, { x, y }) {
    element.style.transform = `translate(${x.toFixed(1)}px, ${(y - LIFT).toFixed(1)}px)`;
  }

  #draggable(element, key) {
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
      this.#place(element, this.#layout.place(key));
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

function describe(name, { stats, rate: calls }) {
  const parts = ["fault", "error", "throttle"].filter((status) => stats[status]).map((status) => `${stats[status]} ${WORDS[status]}`);
  return [name, `${duration(stats.mean)} mean`, rate(calls).replace("/min", " per minute"), ...parts].join(", ");
}

function arrowheads() {
  const head = (name) =>
    svg(
      "marker",
      { id: `arrow-${name}`, class: `arrow ${name}`, viewBox: "0 0 10 10", refX: 1, refY: 5, markerWidth: 11, markerHeight: 11, markerUnits: "userSpaceOnUse", orient: "auto" },
      svg("path", { d: "M0 0.500 10 5 0 9.500Z" }),
    );
  return svg("defs", {}, ["calm", "error", "fault", "throttle"].map(head));
}

function extent(values, margin) {
  return [Math.min(...values) - margin, Math.max(...values) + margin];
}
