// Positions of a graph's nodes. The first graph is laid out in layers from left to right. After that a node keeps its
// position, and a new node is placed as in the new layout relative to the others, if that place is free.
import { requestLayout } from "/console/graph/layoutClient.js";
import { nodeBox } from "./nodeBox.js";

/** Distance of a new node from existing ones. */
const SPACING = 14;

export class GraphLayout {
  #places = new Map();
  #routes = new Map();
  #queue = Promise.resolve();

  /** Whether every node of the graph has a position. */
  hasPlaces({ nodes }) {
    return nodes.every(({ key }) => this.#places.has(key));
  }

  /** Positions every node of the graph; box(node) → { width, height }. Calls are queued. */
  arrange(graph, box = nodeBox) {
    this.#queue = this.#queue.catch(() => {}).then(() => this.#arrange(graph, box));
    return this.#queue;
  }

  /** Widens a node's box, if it is narrower. It never becomes narrower, so that a live map stays calm; its centre stays. */
  widen(key, width) {
    const box = this.box(key);
    if (width > box.width) this.#places.set(key, { ...box, width });
  }

  /** Removes all positions, so that the next arrange() starts from nothing. */
  reset() {
    this.#places.clear();
    this.#routes.clear();
  }

  /** A node's box { x, y, width, height }; x and y are its centre. */
  box(key) {
    return this.#places.get(key);
  }

  move(key, { x, y }) {
    this.#places.set(key, { ...this.box(key), x, y });
  }

  /** An edge's route, or null if one of its ends was moved since it was routed. */
  route(edge) {
    const route = this.#routes.get(edge.key);
    const stays = route && samePoint(route.from, this.box(edge.from.key)) && samePoint(route.to, this.box(edge.to.key));
    return stays ? route : null;
  }

  async #arrange(graph, box) {
    if (this.hasPlaces(graph)) return;
    const nodes = graph.nodes.map((node) => ({ key: node.key, ...box(node) }));
    const picture = await requestLayout({ nodes, edges: graph.edges });
    const shift = this.#shiftOf(picture);
    for (const { key, width, height } of nodes) {
      if (!this.#places.has(key))
        this.#places.set(key, this.#findFreePlace({ ...plus(picture.places.get(key), shift), width, height }));
    }
    for (const edge of graph.edges) this.#keepRoute(edge, picture);
  }

  /** The offset between a new layout and the existing positions: the median over the nodes that are in both. */
  #shiftOf({ places }) {
    const shifts = [...places]
      .filter(([key]) => this.#places.has(key))
      .map(([key, ideal]) => minus(this.#places.get(key), ideal));
    return { x: median(shifts.map(({ x }) => x)), y: median(shifts.map(({ y }) => y)) };
  }

  #findFreePlace(wanted) {
    for (let step = 0; ; step++) {
      for (const sign of step ? [1, -1] : [1]) {
        const place = { ...wanted, y: wanted.y + sign * step * 20 };
        if (![...this.#places.values()].some((other) => overlap(place, other))) return place;
      }
    }
  }

  /** Keeps the layout's route of an edge if both ends have the same offset. */
  #keepRoute({ key, from, to }, { places, routes }) {
    const route = routes.get(key);
    if (!route || this.#routes.has(key)) return;
    const [start, end] = [this.#places.get(from.key), this.#places.get(to.key)];
    const shift = minus(start, places.get(from.key));
    if (!samePoint(shift, minus(end, places.get(to.key)))) return;
    this.#routes.set(key, {
      bends: route.bends.map((bend) => plus(bend, shift)),
      label: route.label && plus(route.label, shift),
      from: start,
      to: end,
    });
  }
}

function plus(a, b) {
  return { x: a.x + b.x, y: a.y + b.y };
}

function minus(a, b) {
  return { x: a.x - b.x, y: a.y - b.y };
}

function samePoint(a, b) {
  return Math.abs(a.x - b.x) < 0.01 && Math.abs(a.y - b.y) < 0.01;
}

function median(values) {
  return values.length ? values.sort((a, b) => a - b)[Math.floor(values.length / 2)] : 0;
}

function overlap(a, b) {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + SPACING && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + SPACING
  );
}
