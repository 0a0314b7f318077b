// Groups traces by the values of a field.
import { fieldValues } from "../api/summaryFields.js";

/**
 * → [{ value, count, share, mean }], most frequent first. A trace counts once for each distinct value; values that the field joins,
 * such as URLs that differ by an id, are one.
 */
export function groupBy(traces, field) {
  const groups = new Map();
  for (const trace of traces) {
    const values = fieldValues(trace, field);
    for (const value of new Set(field.join ? values.map(field.join) : values)) {
      const group = groups.get(value) ?? { value, count: 0, time: 0 };
      group.count += 1;
      group.time += trace.ResponseTime ?? trace.Duration ?? 0;
      groups.set(value, group);
    }
  }
  return [...groups.values()]
    .map((group) => ({
      value: group.value,
      count: group.count,
      share: group.count / traces.length,
      mean: group.time / group.count,
    }))
    .sort((a, b) => b.count - a.count);
}

/** The label of each group: its short name, or its full name if the short one is ambiguous. */
export function groupLabels(groups, shorten) {
  const short = groups.map(({ value }) => shorten(String(value)));
  return groups.map(({ value }, i) =>
    short.filter((text) => text === short[i]).length > 1 ? String(value) : short[i],
  );
}
