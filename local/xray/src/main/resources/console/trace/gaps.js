// Gaps: intervals of a span during which none of its calls ran, so that the trace doesn't say what it did.

/** Gaps with a smaller share of the trace's time are invisible in the timeline, and omitted. */
const MIN_SHARE = 0.04;

/**
 * A span → [{ start, end }], sorted by time, each with at least MIN_SHARE of the trace's time.
 * A span without calls has no gaps, since all of it is its own work.
 */
export function findGaps({ start, end, children }, traceSeconds) {
  if (end === null || !children.length) return [];
  const gaps = [];
  let covered = start;
  for (const child of [...children].sort((a, b) => a.start - b.start)) {
    if (child.start > covered) gaps.push({ start: covered, end: Math.min(child.start, end) });
    covered = Math.max(covered, child.end ?? end);
  }
  if (covered < end) gaps.push({ start: covered, end });
  return gaps.filter((gap) => gap.end - gap.start >= traceSeconds * MIN_SHARE);
}
