// Number of traces over time by status, for a TimeChart.
import { STATUSES } from "./serviceGraph.js";
import { summaryStatus } from "./traceSummaries.js";

/** Counts traces by start time → [{ from, to, values: { ok, error, fault, throttle } }], without empty intervals. */
export function volumeByStatus(traces, { start, end }, bars = 48) {
  const width = (end - start) / bars;
  const stacks = new Map();
  for (const trace of traces) {
    const index = Math.min(bars - 1, Math.floor((trace.StartTime - start) / width));
    if (!(index >= 0)) continue;
    if (!stacks.has(index))
      stacks.set(index, {
        from: start + index * width,
        to: start + (index + 1) * width,
        values: Object.fromEntries(STATUSES.map((status) => [status, 0])),
      });
    stacks.get(index).values[summaryStatus(trace)] += 1;
  }
  return [...stacks.values()].sort((a, b) => a.from - b.from);
}
