// A graph in layers, left to right, by dagre: slow for a large graph, so it runs in a worker.
import { dagre } from "./dagre.js";

const LABEL = { width: 70, height: 34 };
/** From this many edges on a quick layout counts for more than the neatest one, and labels, too small to read, get no room. */
const CROWDED = 100;

/**
 * { nodes: [{ key, width, height }], edges: [{ key, from: { key }, to: { key } }] } →
 * { places: Map(key → { x, y }), routes: Map(key → { bends, label }) }, both in pixels; a place is its box's middle. label is
 * the middle of the room that was kept for it, or null.
 */
export function layered(graph) {
  const drawing = new dagre.Graph({ multigraph: true });
  const crowded = graph.edges.length > CROWDED;
  drawing.setGraph({ rankdir: "LR", ranker: crowded ? "longest-path" : "network-simplex", nodesep: 18, ranksep: 46, edgesep: crowded ? 8 : 14, marginx: 20, marginy: 20 });
  for (const { key, width, height } of graph.nodes) drawing.setNode(key, { width, height });
  for (const { key, from, to } of graph.edges) {
    if (from !== to) drawing.setEdge(from.key, to.key, crowded ? {} : { ...LABEL, labelpos: "c" }, key);
  }
  dagre.layout(drawing);
  const places = new Map(graph.nodes.map(({ key }) => [key, point(drawing.node(key))]));
  const routes = new Map();
  for (const { key, from, to } of graph.edges) {
    const drawn = drawing.edge(from.key, to.key, key);
    if (!drawn) continue;
    const label = crowded ? null : point(drawn);
    const bends = drawn.points.slice(1, -1).map(point);
    routes.set(key, { bends: label ? levelled(bends, label) : bends, label });
  }
  return { places, routes };
}

/** Makes the line run level through the room of its label. */
function levelled(bends, label) {
  const half = LABEL.width / 2 - 4;
  return bends.flatMap((bend) => (Math.abs(bend.x - label.x) < 1 ? [{ x: label.x - half, y: bend.y }, { x: label.x + half, y: bend.y }] : [bend]));
}

function point({ x, y }) {
  return { x, y };
}
