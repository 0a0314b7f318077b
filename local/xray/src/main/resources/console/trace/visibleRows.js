// Rows of a trace's timeline.
import { walk } from "./spanTree.js";

/** Depth first, without the descendants of collapsed spans. → [{ span, depth }] */
export function visibleRows(roots, collapsed) {
  const rows = [];
  walk(roots, (span, depth) => {
    rows.push({ span, depth });
    return !collapsed.has(span.id);
  });
  return rows;
}

/** The ids of the spans to collapse at first: in a large trace, deep ones without faults. */
export function initiallyCollapsed(roots, largest = 400) {
  const rows = visibleRows(roots, new Set());
  const collapsed = new Set();
  if (rows.length <= largest) return collapsed;
  const troubled = new Set();
  for (const { span, depth } of rows.reverse()) {
    const below = span.children.some((child) => troubled.has(child));
    if (depth >= 2 && !below && span.children.length) collapsed.add(span.id);
    if (below || span.status === "fault" || span.status === "throttle") troubled.add(span);
  }
  return collapsed;
}
