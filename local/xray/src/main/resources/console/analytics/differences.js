// Compares two sets of traces by what their traces say: which values are more frequent in one of them than in the other.
import { fieldOf, fieldsOf, valuesIn } from "../api/summaryFields.js";

/**
 * Two lists of traces and a key function → [{ key, value, a, b, shareA, shareB, difference }], the largest difference
 * first; difference is shareA - shareB, between -1 and 1. valuesOf(trace) gives [key, value] pairs, each counted once.
 */
export function compareBy(tracesA, tracesB, valuesOf) {
  const rows = new Map();
  const count = (traces, side) => {
    for (const trace of traces) {
      for (const [key, value] of new Map(valuesOf(trace))) {
        const row = rows.get(key) ?? { key, value, a: 0, b: 0 };
        row[side] += 1;
        rows.set(key, row);
      }
    }
  };
  count(tracesA, "a");
  count(tracesB, "b");
  return [...rows.values()].map((row) => withShares(row, tracesA.length, tracesB.length)).sort(byDifference);
}

function withShares(row, allA, allB) {
  const shareA = allA ? row.a / allA : 0;
  const shareB = allB ? row.b / allB : 0;
  return { ...row, shareA, shareB, difference: shareA - shareB };
}

/** Each field with its rows, the field that tells the sets apart best first; those that tell nothing are left out. */
export function compareFields(tracesA, tracesB) {
  return fieldsOf([...tracesA, ...tracesB])
    .map((name) => {
      const field = fieldOf(name);
      const rows = compareBy(tracesA, tracesB, (trace) => valuesIn(trace, field).map((value) => [String(value), value]));
      return { name, field, rows, largest: Math.abs(rows[0]?.difference ?? 0) };
    })
    .filter(({ rows, largest }) => rows.length && (largest > 0 || !tracesB.length))
    .sort((a, b) => b.largest - a.largest);
}

/** Largest difference first; what differs alike: the more frequent first. */
export function byDifference(x, y) {
  return Math.abs(y.difference) - Math.abs(x.difference) || y.a + y.b - (x.a + x.b);
}
