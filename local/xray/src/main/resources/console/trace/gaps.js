// Gaps: stretches of a span's time in which none of its calls ran, so that the trace doesn't tell what it did.

/** Shorter ones, against the whole trace, can't be seen and aren't worth a look. */
const WORTH = 0.04;

/**
 * A span → [{ start, end }], in order of time, each at least as long as a share of the trace's time.
 * A span without calls has none: all of it is its own work.
 */
export function gapsOf({ start, end, children }, traceSeconds) {
  if (end === null || !children.length) return [];
  const gaps = [];
  let covered = start;
  for (const child of [...children].sort((a, b) => a.start - b.start)) {
    if (child.start > covered) gaps.push({ start: covered, end: Math.min(child.start, end) });
    covered = Math.max(covered, child.end ?? end);
  }
  if (covered < end) gaps.push({ start: covered, end });
  return gaps.filter((gap) => gap.end - gap.start >= traceSeconds * WORTH);
}
