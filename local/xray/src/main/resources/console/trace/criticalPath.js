// Critical path of a trace.

/**
 * The ids of the spans on the critical path: from the end backwards, the child that ended last, then the one that ended
 * last before that child began. A child that outlives its caller counts until the caller's end.
 */
export function criticalPath(root) {
  const path = new Set();
  const open = root ? [root] : [];
  while (open.length) {
    const span = open.pop();
    path.add(span.id);
    for (const child of awaitedChildren(span).reverse()) open.push(child);
  }
  return path;
}

/** Latest first. */
function awaitedChildren(span) {
  const awaited = [];
  let cursor = span.end ?? span.start;
  const latestFirst = span.children.filter(({ end }) => end !== null).sort((a, b) => b.end - a.end);
  for (const child of latestFirst) {
    if (child.start >= cursor || Math.min(child.end, span.end ?? child.end) > cursor + 0.0005) continue;
    awaited.push(child);
    cursor = child.start;
  }
  return awaited;
}
