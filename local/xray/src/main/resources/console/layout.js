// Where each node of the map lies. The first picture is laid out in layers, left to right; after that a node keeps
// its place, and a newcomer is put beside its neighbours, where there is room.
import { dagre } from "./vendor.js";

const BOX = { width: 150, height: 156 };
const LABEL = { width: 64, height: 34 };
const CLEARANCE = 12;
/** From this many edges on, a quick layout counts for more than the neatest one. */
const CROWDED = 100;

export class Layout {
  #places = new Map();
  #routes = new Map();

  /** Places every node of the graph; returns the keys of those that had none. */
  arrange(graph) {
    const fresh = graph.nodes.filter(({ key }) => !this.#places.has(key));
    if (!fresh.length) return [];
    const ideal = layered(graph);
    const known = graph.nodes.length - fresh.length;
    if (known < fresh.length) this.#adopt(ideal);
    else fresh.forEach((node) => this.#settle(node, graph, ideal));
    return fresh.map(({ key }) => key);
  }

  /** Forgets all places, so that the next arrange() starts anew. */
  reset() {
    this.#places.clear();
    this.#routes.clear();
  }

  place(key) {
    return this.#places.get(key);
  }

  move(key, place) {
    this.#places.set(key, place);
  }

  /** The bends of an edge, as long as both its ends lie where they did when it was routed. */
  route(edge) {
    const route = this.#routes.get(edge.key);
    const stays = route && same(route.from, this.place(edge.from.key)) && same(route.to, this.place(edge.to.key));
    return stays ? route : null;
  }

  #adopt({ places, routes }) {
    this.#places = places;
    this.#routes = routes;
  }

  /** Keeps the distance that the ideal picture has between the node and a neighbour that has its place. */
  #settle(node, graph, { places }) {
    const neighbour = graph.edges
      .flatMap(({ from, to }) => (to === node ? [from] : from === node ? [to] : []))
      .find(({ key }) => this.#places.has(key));
    const wanted = places.get(node.key);
    const anchor = neighbour && this.#places.get(neighbour.key);
    const shift = anchor ? difference(anchor, places.get(neighbour.key)) : { x: 0, y: 0 };
    this.#places.set(node.key, this.#free({ x: wanted.x + shift.x, y: wanted.y + shift.y }));
  }

  #free(wanted) {
    for (let step = 0; ; step++) {
      for (const sign of step ? [1, -1] : [1]) {
        const place = { x: wanted.x, y: wanted.y + sign * step * 40 };
        if (![...this.#places.values()].some((other) => overlap(place, other))) return place;
      }
    }
  }
}

function layered(graph) {
  const drawing = new dagre.graphlib.Graph({ multigraph: true });
  const crowded = graph.edges.length > CROWDED;
  drawing.setGraph({ rankdir: "LR", ranker: crowded ? "longest-path" : "network-simplex", nodesep: 14, ranksep: 44, edgesep: 26, marginx: 20, marginy: 20 });
  for (const { key } of graph.nodes) drawing.setNode(key, { ...BOX });
  for (const { key, from, to } of graph.edges) {
    if (from !== to) drawing.setEdge(from.key, to.key, { ...LABEL, labelpos: "c" }, key);
  }
  dagre.layout(drawing);
  const places = new Map(graph.nodes.map(({ key }) => [key, point(drawing.node(key))]));
  const routes = new Map();
  for (const { key, from, to } of graph.edges) {
    const drawn = drawing.edge(from.key, to.key, key);
    if (!drawn) continue;
    const bends = pulled(drawn.points.slice(1, -1).map(point), drawn);
    routes.set(key, { bends, label: point(drawn), from: places.get(from.key), to: places.get(to.key) });
  }
  return { places, routes };
}

/** Doubles the bend where the label goes, so that the line runs through the space kept free for it. */
function pulled(bends, label) {
  return bends.flatMap((bend) => (Math.abs(bend.x - label.x) < 1 ? [bend, bend] : [bend]));
}

function point({ x, y }) {
  return { x, y };
}

function difference(a, b) {
  return { x: a.x - b.x, y: a.y - b.y };
}

function same(a, b) {
  return a && b && a.x === b.x && a.y === b.y;
}

function overlap(a, b) {
  return Math.abs(a.x - b.x) < BOX.width + CLEARANCE && Math.abs(a.y - b.y) < BOX.height + CLEARANCE;
}
