// Fetches the statistics of a graph, a node or an edge as a time series.
import { timeSeries, traceGraph } from "./client.js";
import { toGraph, toStats } from "./serviceGraph.js";

const MAX_BUCKETS = 15;

const PERIOD_SECONDS = 60;

/** [{ from, to, stats }] of the node or edge that selector and key name, or of the whole graph without them. */
export async function fetchSeries(graph, selector, key) {
  if (!graph.filter) {
    const answer = await timeSeries(graph.range, selector, PERIOD_SECONDS, graph.group);
    return clipBuckets(answer.TimeSeriesServiceStatistics ?? [], PERIOD_SECONDS, graph.range).map(
      ({ from, to, ServiceSummaryStatistics, EdgeSummaryStatistics }) => ({
        from,
        to,
        stats: toStats(ServiceSummaryStatistics ?? EdgeSummaryStatistics),
      }),
    );
  }
  return key ? seriesOfTraces(graph, key) : traceCounts(graph);
}

/**
 * GetTimeSeriesServiceStatistics has no filter parameter, so each time bucket is read from a graph of its own traces.
 */
async function seriesOfTraces(graph, key) {
  const stretches = timeBuckets(graph).filter(({ traces }) => traces.length);
  const graphs = await Promise.all(stretches.map(({ traces }) => traceGraph(traces.map(({ Id }) => Id))));
  return stretches.flatMap(({ from, to }, i) => {
    const { nodes, edges } = toGraph(graphs[i], { start: from, end: to, seconds: to - from });
    const thing = [...nodes, ...edges].find((each) => each.key === key);
    return thing ? [{ from, to, stats: thing.stats }] : [];
  });
}

function traceCounts(graph) {
  return timeBuckets(graph).map(({ from, to, traces }) => ({ from, to, stats: traceStats(traces) }));
}

function traceStats(traces) {
  const stats = { ok: 0, error: 0, fault: 0, throttle: 0, total: traces.length, mean: null };
  for (const { HasThrottle, HasFault, HasError } of traces)
    stats[HasThrottle ? "throttle" : HasFault ? "fault" : HasError ? "error" : "ok"] += 1;
  const times = traces.map(({ ResponseTime }) => ResponseTime).filter((time) => typeof time === "number");
  if (times.length) stats.mean = times.reduce((a, b) => a + b, 0) / times.length;
  return stats;
}

/** Groups traces by start time into buckets of whole minutes, longer ones in a long range. */
export function timeBuckets({ range, traces }) {
  const length = Math.max(
    PERIOD_SECONDS,
    Math.ceil((range.end - range.start) / MAX_BUCKETS / PERIOD_SECONDS) * PERIOD_SECONDS,
  );
  const found = [];
  for (let start = Math.floor(range.start / length) * length; start < range.end; start += length) {
    const inside = ({ StartTime }) => StartTime >= start && StartTime < start + length;
    found.push({
      from: Math.max(start, range.start),
      to: Math.min(start + length, range.end),
      traces: traces.found.filter(inside),
    });
  }
  return found;
}

/** Counts of a bucket → counts per minute. A bucket of a few seconds is not extrapolated. */
export function perMinute(stats, seconds) {
  const minutes = Math.max(seconds, 8) / 60;
  return Object.fromEntries(["ok", "error", "fault", "throttle"].map((status) => [status, stats[status] / minutes]));
}

/**
 * Entries of GetTimeSeriesServiceStatistics, whose Timestamp is the bucket's end, clipped to the range: [{ from, to,
 * ...entry }].
 */
export function clipBuckets(entries, period, range) {
  return entries
    .map((entry) => ({
      ...entry,
      from: Math.max(entry.Timestamp - period, range.start),
      to: Math.min(entry.Timestamp, range.end),
    }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
}
