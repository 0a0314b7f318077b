// Where each node of the map lies. The first picture is laid out in layers, left to right; after that a node keeps
// its place, and a newcomer is put where the new picture has it relative to the others, if there is room.
import { pictureOf } from "/console/graph/layoutClient.js";
import { boxOf } from "./nodeBox.js";

/** So far apart newcomers are put from what is there. */
const CLEAR = 14;

export class Layout {
  #places = new Map();
  #routes = new Map();
  #turn = Promise.resolve();

  /** Whether every node of the graph has its place. */
  knows({ nodes }) {
    return nodes.every(({ key }) => this.#places.has(key));
  }

  /** Gives every node of the graph a place, one graph after the other. */
  arrange(graph) {
    this.#turn = this.#turn.catch(() => {}).then(() => this.#arrange(graph));
    return this.#turn;
  }

  /** Forgets all places, so that the next arrange() starts anew. */
  reset() {
    this.#places.clear();
    this.#routes.clear();
  }

  /** A node's box: { x, y } is its middle, with its width and height. */
  place(key) {
    return this.#places.get(key);
  }

  move(key, { x, y }) {
    this.#places.set(key, { ...this.place(key), x, y });
  }

  /** The bends of an edge, as long as both its ends lie where they did when it was routed. */
  route(edge) {
    const route = this.#routes.get(edge.key);
    const stays = route && same(route.from, this.place(edge.from.key)) && same(route.to, this.place(edge.to.key));
    return stays ? route : null;
  }

  async #arrange(graph) {
    if (this.knows(graph)) return;
    const nodes = graph.nodes.map((node) => ({ key: node.key, ...boxOf(node) }));
    const picture = await pictureOf({ nodes, edges: graph.edges });
    const shift = this.#shiftOf(picture);
    for (const { key, width, height } of nodes) {
      if (!this.#places.has(key)) this.#places.set(key, this.#free({ ...plus(picture.places.get(key), shift), width, height }));
    }
    for (const edge of graph.edges) this.#keepRoute(edge, picture);
  }

  /** How far the picture lies from where the nodes are: the middle of all those that have a place. */
  #shiftOf({ places }) {
    const shifts = [...places].filter(([key]) => this.#places.has(key)).map(([key, ideal]) => minus(this.#places.get(key), ideal));
    return { x: median(shifts.map(({ x }) => x)), y: median(shifts.map(({ y }) => y)) };
  }

  #free(wanted) {
    for (let step = 0; ; step++) {
      for (const sign of step ? [1, -1] : [1]) {
        const place = { ...wanted, y: wanted.y + sign * step * 20 };
        if (![...this.#places.values()].some((other) => overlap(place, other))) return place;
      }
    }
  }

  /** An edge runs as in the picture, if both its ends lie there as in the picture. */
  #keepRoute({ key, from, to }, { places, routes }) {
    const route = routes.get(key);
    if (!route || this.#routes.has(key)) return;
    const [start, end] = [this.#places.get(from.key), this.#places.get(to.key)];
    const shift = minus(start, places.get(from.key));
    if (!same(shift, minus(end, places.get(to.key)))) return;
    this.#routes.set(key, { bends: route.bends.map((bend) => plus(bend, shift)), label: route.label && plus(route.label, shift), from: start, to: end });
  }
}

function plus(a, b) {
  return { x: a.x + b.x, y: a.y + b.y };
}

function minus(a, b) {
  return { x: a.x - b.x, y: a.y - b.y };
}

function same(a, b) {
  return Math.abs(a.x - b.x) < 0.01 && Math.abs(a.y - b.y) < 0.01;
}

function median(values) {
  return values.length ? values.sort((a, b) => a - b)[Math.floor(values.length / 2)] : 0;
}

function overlap(a, b) {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + CLEAR && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + CLEAR;
}
