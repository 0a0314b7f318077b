// Self time of a span: its duration without the time in which a child of it ran.

/** In seconds. Children that overlap count once, and only while the span itself runs. A span without an end has none. */
export function selfTime({ start, end, children }) {
  if (end === null) return 0;
  const covered = children
    .filter((child) => child.end !== null)
    .map((child) => ({ start: Math.max(child.start, start), end: Math.min(child.end, end) }))
    .filter((child) => child.end > child.start)
    .sort((a, b) => a.start - b.start);
  let self = end - start;
  let reached = start;
  for (const child of covered) {
    self -= Math.max(0, child.end - Math.max(child.start, reached));
    reached = Math.max(reached, child.end);
  }
  return Math.max(self, 0);
}
