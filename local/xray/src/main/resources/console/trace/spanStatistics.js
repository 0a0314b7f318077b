// Statistics of a trace's spans by name.
import { selfTime } from "./selfTime.js";
import { walk } from "./spanTree.js";

/** What each order compares; largest first. */
const KEYS = {
  name: ({ name }) => name,
  count: ({ ids }) => ids.length,
  trouble: ({ trouble }) => trouble,
  total: ({ total }) => total,
  self: ({ self }) => self,
  mean: ({ mean }) => mean,
  longest: ({ longest }) => longest,
};

/**
 * [{ name, kind, ids, trouble, total, self, mean, longest }]: a group for each name and kind (segment, subsegment, inferred).
 * Times are seconds. total adds up durations, those of overlapping spans too; self is the time in which none of a span's own
 * children ran.
 */
export function spanStatistics(roots) {
  const groups = new Map();
  walk(roots, (span) => {
    const kind = span.inferred ? "inferred" : span.kind;
    const key = `${kind} ${span.name}`;
    if (!groups.has(key)) groups.set(key, { name: span.name, kind, ids: [], trouble: 0, total: 0, self: 0, longest: 0 });
    const group = groups.get(key);
    const seconds = span.end === null ? 0 : span.end - span.start;
    group.ids.push(span.id);
    group.trouble += span.status === "ok" || span.status === "pending" ? 0 : 1;
    group.total += seconds;
    group.self += selfTime(span);
    group.longest = Math.max(group.longest, seconds);
  });
  return [...groups.values()].map((group) => ({ ...group, mean: group.total / group.ids.length }));
}

/** A sorted copy: names from A to Z, figures from the largest, or the reverse. */
export function sortStatistics(groups, key, reversed = false) {
  const valueOf = KEYS[key];
  const direction = (key === "name" ? 1 : -1) * (reversed ? -1 : 1);
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  return [...groups].sort((a, b) => direction * compare(valueOf(a), valueOf(b)) || compare(a.name, b.name));
}
