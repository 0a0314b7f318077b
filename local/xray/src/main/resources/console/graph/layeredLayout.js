// Layered graph layout, left to right, by dagre. It is slow for large graphs, so it runs in a worker.
import { dagre } from "./dagre.js";

const LABEL = { width: 70, height: 34 };
/**
 * Beyond this number of edges the layout is optimised for speed, and labels, which would be illegible, get no space.
 */
const MANY_EDGES = 100;

/**
 * { nodes: [{ key, width, height }], edges: [{ key, from: { key }, to: { key } }] } → { places: Map(key → { x, y }),
 * routes: Map(key → { bends, label }) } in pixels. A place is the centre of its box; label is the centre of the space
 * reserved for it, or null.
 */
export function layeredLayout(graph) {
  const drawing = new dagre.Graph({ multigraph: true });
  const crowded = graph.edges.length > MANY_EDGES;
  drawing.setGraph({
    rankdir: "LR",
    ranker: crowded ? "longest-path" : "network-simplex",
    nodesep: 18,
    ranksep: 46,
    edgesep: crowded ? 8 : 14,
    marginx: 20,
    marginy: 20,
  });
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
    routes.set(key, { bends: label ? flattenAtLabel(bends, label) : bends, label });
  }
  return { places, routes };
}

/** Makes a line horizontal where its label is. */
function flattenAtLabel(bends, label) {
  const half = LABEL.width / 2 - 4;
  return bends.flatMap((bend) =>
    Math.abs(bend.x - label.x) < 1
      ? [
          { x: label.x - half, y: bend.y },
          { x: label.x + half, y: bend.y },
        ]
      : [bend],
  );
}

function point({ x, y }) {
  return { x, y };
}
