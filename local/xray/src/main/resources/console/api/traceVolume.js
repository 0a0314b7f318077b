// How many traces there were over time, by outcome: the bars of a TimeChart.
import { STATUSES } from "./serviceGraph.js";
import { statusOf } from "../traces/traceTable.js";

/** Traces counted by their start → [{ from, to, values: { ok, error, fault, throttle } }], empty stretches left out. */
export function stacksOf(traces, { start, end }, bars = 48) {
  const width = (end - start) / bars;
  const stacks = new Map();
  for (const trace of traces) {
    const index = Math.min(bars - 1, Math.floor((trace.StartTime - start) / width));
    if (!(index >= 0)) continue;
    if (!stacks.has(index)) stacks.set(index, { from: start + index * width, to: start + (index + 1) * width, values: Object.fromEntries(STATUSES.map((status) => [status, 0])) });
    stacks.get(index).values[statusOf(trace)] += 1;
  }
  return [...stacks.values()].sort((a, b) => a.from - b.from);
}
