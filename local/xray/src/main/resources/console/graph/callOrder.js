// Order in which the keyboard goes through a graph.

/**
 * The keys of a graph's nodes and edges in the order of the calls: each node is followed by its edges, and each edge by the node
 * that it leads to, unless that came before. It begins with clients and other nodes that nobody calls.
 */
export function callOrder({ nodes, edges }) {
  const outgoing = new Map(nodes.map((node) => [node, []]));
  const called = new Set();
  for (const edge of edges) {
    outgoing.get(edge.from)?.push(edge);
    called.add(edge.to);
  }
  const order = [];
  const seen = new Set();
  for (const first of [...nodes.filter((node) => !called.has(node)), ...nodes]) visit(first, outgoing, seen, order);
  return order;
}

/** Not recursive, since a chain of calls may be of any length. */
function visit(first, outgoing, seen, order) {
  const open = [first];
  while (open.length) {
    const thing = open.pop();
    if (seen.has(thing)) continue;
    seen.add(thing);
    order.push(thing.key);
    if (thing.to) open.push(thing.to);
    else for (const edge of [...outgoing.get(thing)].reverse()) open.push(edge);
  }
}
