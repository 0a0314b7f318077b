// Critical path of a trace.

/**
 * The ids of the spans on the critical path: from the end backwards, the child that ended last, then the one that ended
 * last before that child began. A child that outlives its caller counts until the caller's end.
 */
export function criticalPath(root) {
  return new Set(criticalStretches(root).keys());
}

/**
 * The stretches of the critical path by span id: { start, end } of the times in which the trace waited for this span itself and
 * for none of its children, in order. Together they are as long as the root; a span may have none.
 */
export function criticalStretches(root) {
  const stretches = new Map();
  const open = root ? [{ span: root, until: root.end ?? root.start }] : [];
  while (open.length) {
    const { span, until } = open.pop();
    const own = [];
    let cursor = until;
    const awaited = awaitedChildren(span, until);
    for (const child of awaited) {
      const end = Math.min(child.end, cursor);
      if (cursor > end) own.unshift({ start: end, end: cursor });
      cursor = Math.max(child.start, span.start);
    }
    if (cursor > span.start) own.unshift({ start: span.start, end: cursor });
    stretches.set(span.id, own);
    for (const child of awaited.reverse()) open.push({ span: child, until: Math.min(child.end, until) });
  }
  return stretches;
}

/** Latest first. */
function awaitedChildren(span, until) {
  const awaited = [];
  let cursor = until;
  const latestFirst = span.children.filter(({ end }) => end !== null).sort((a, b) => b.end - a.end);
  for (const child of latestFirst) {
    if (child.start >= cursor || Math.min(child.end, until) > cursor + 0.0005) continue;
    awaited.push(child);
    cursor = child.start;
  }
  return awaited;
}
