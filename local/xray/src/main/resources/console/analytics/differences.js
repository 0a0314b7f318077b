// Compares the frequency of values in two sets of traces.
import { fieldNames, fieldValues, summaryField } from "../api/summaryFields.js";

/**
 * Two lists of traces → [{ key, value, a, b, shareA, shareB, difference }], the largest difference first; difference is
 * shareA - shareB, between -1 and 1. valuesOf(trace) returns [key, value] pairs; each key counts once per trace.
 */
export function compareValues(tracesA, tracesB, valuesOf) {
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

/** Each field with its rows, the field with the largest difference first. Fields without a difference are omitted. */
export function compareFields(tracesA, tracesB) {
  return fieldNames([...tracesA, ...tracesB])
    .map((name) => {
      const field = summaryField(name);
      const rows = compareValues(tracesA, tracesB, (trace) =>
        fieldValues(trace, field).map((value) => [String(value), value]),
      );
      return { name, field, rows, largest: Math.abs(rows[0]?.difference ?? 0) };
    })
    .filter(({ rows, largest }) => rows.length && (largest > 0 || !tracesB.length))
    .sort((a, b) => b.largest - a.largest);
}

/** Largest difference first, then the more frequent value. */
function byDifference(x, y) {
  return Math.abs(y.difference) - Math.abs(x.difference) || y.a + y.b - (x.a + x.b);
}
