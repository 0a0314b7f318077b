// Critical path of a trace.

/**
 * The ids of the spans on the critical path: from the end backwards, the child that ended last, then the one that ended
 * last before that child began. A child that outlives its caller counts until the caller's end.
 */
export function criticalPath(root) {
  const path = new Set();
  const visit = (span) => {
    path.add(span.id);
    let cursor = span.end ?? span.start;
    const latestFirst = span.children.filter(({ end }) => end !== null).sort((a, b) => b.end - a.end);
    for (const child of latestFirst) {
      if (child.start >= cursor || Math.min(child.end, span.end ?? child.end) > cursor + 0.0005) continue;
      visit(child);
      cursor = child.start;
    }
  };
  if (root) visit(root);
  return path;
}
