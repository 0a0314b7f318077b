// Rows of a trace's timeline.

/** Depth first, without the descendants of collapsed spans. → [{ span, depth }] */
export function visibleRows(roots, collapsed) {
  const rows = [];
  const visit = (span, depth) => {
    rows.push({ span, depth });
    if (!collapsed.has(span.id)) for (const child of span.children) visit(child, depth + 1);
  };
  for (const root of roots) visit(root, 0);
  return rows;
}

/** The ids of the spans to collapse at first: in a large trace, deep ones without faults. */
export function initiallyCollapsed(roots, largest = 400) {
  const collapsed = new Set();
  if (visibleRows(roots, collapsed).length <= largest) return collapsed;
  const visit = (span, depth) => {
    const troubled = span.children.map((child) => visit(child, depth + 1)).some(Boolean);
    if (depth >= 2 && !troubled && span.children.length) collapsed.add(span.id);
    return troubled || span.status === "fault" || span.status === "throttle";
  };
  for (const root of roots) visit(root, 0);
  return collapsed;
}
