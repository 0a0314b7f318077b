// What the map shows: all traces, those of a group, or the newest ones that match a filter; and the same over time.
import { serviceGraph, timeSeries, traceGraph, traceSummaries } from "./client.js";
import { and } from "../ui/filterBar.js";
import { quote, toGraph, toStats } from "./serviceGraph.js";
import { toBuckets } from "../chart/timeAxis.js";

/** A filtered map is put together from traces; more than these would take too long for a live one. */
const MOST = 1000;
const MOST_BUCKETS = 15;
const PERIOD = 60;

/** The filter expression for the traces that a map of this group and filter shows; empty for all of them. */
export function wholeFilter(group, filter) {
  const inGroup = group ? `group.name = ${quote(group)}` : "";
  if (!filter) return inGroup;
  return inGroup ? and(filter, inGroup) : filter;
}

/**
 * → { nodes, edges, range, group, filter, traces }. traces is null, or with a filter { found, more }: summaries, newest
 * first, and whether there are older ones.
 */
export async function askGraph(range, { group, filter }, signal) {
  if (!filter) return { ...toGraph(await serviceGraph(range, group, signal), range), range, group, filter, traces: null };
  const traces = await matching(range, wholeFilter(group, filter), signal);
  const ids = traces.found.map(({ Id }) => Id);
  const answer = ids.length ? await traceGraph(ids, signal) : {};
  return { ...toGraph(answer, covered(range, traces)), range, group, filter, traces };
}

async function matching(range, filter, signal) {
  const found = [];
  let next = null;
  do {
    const page = await traceSummaries(range, filter, next, signal);
    found.push(...(page.TraceSummaries ?? []));
    next = page.NextToken ?? null;
  } while (next && found.length < MOST);
  return { found: found.slice(0, MOST), more: next !== null || found.length > MOST };
}

/** If older traces are left out, rates are those since the oldest one that is in. */
function covered(range, { found, more }) {
  const oldest = more ? Math.min(...found.map(({ StartTime }) => StartTime ?? range.end)) : range.start;
  const start = Math.min(oldest, range.end - 1);
  return { ...range, start, seconds: range.end - start };
}

/** How a node or an edge, or without one the whole map, fared over time: [{ from, to, stats }]. */
export async function askSeries(graph, selector, key) {
  if (!graph.filter) {
    const answer = await timeSeries(graph.range, selector, PERIOD, graph.group);
    return toBuckets(answer.TimeSeriesServiceStatistics ?? [], PERIOD, graph.range).map(({ from, to, ServiceSummaryStatistics, EdgeSummaryStatistics }) => ({
      from,
      to,
      stats: toStats(ServiceSummaryStatistics ?? EdgeSummaryStatistics),
    }));
  }
  return key ? ofTraces(graph, key) : traceCounts(graph);
}

/** A filter's numbers per node aren't in the time series: each stretch of time gets a small graph of its own. */
async function ofTraces(graph, key) {
  const stretches = buckets(graph).filter(({ traces }) => traces.length);
  const graphs = await Promise.all(stretches.map(({ traces }) => traceGraph(traces.map(({ Id }) => Id))));
  return stretches.flatMap(({ from, to }, i) => {
    const { nodes, edges } = toGraph(graphs[i], { start: from, end: to, seconds: to - from });
    const thing = [...nodes, ...edges].find((each) => each.key === key);
    return thing ? [{ from, to, stats: thing.stats }] : [];
  });
}

function traceCounts(graph) {
  return buckets(graph).map(({ from, to, traces }) => ({ from, to, stats: statsOf(traces) }));
}

function statsOf(traces) {
  const stats = { ok: 0, error: 0, fault: 0, throttle: 0, total: traces.length, mean: null };
  for (const { HasThrottle, HasFault, HasError } of traces) stats[HasThrottle ? "throttle" : HasFault ? "fault" : HasError ? "error" : "ok"] += 1;
  const times = traces.map(({ ResponseTime }) => ResponseTime).filter((time) => typeof time === "number");
  if (times.length) stats.mean = times.reduce((a, b) => a + b, 0) / times.length;
  return stats;
}

/** Traces by when they started, in stretches of whole minutes, or longer ones in a long range. */
export function buckets({ range, traces }) {
  const length = Math.max(PERIOD, Math.ceil((range.end - range.start) / MOST_BUCKETS / PERIOD) * PERIOD);
  const found = [];
  for (let start = Math.floor(range.start / length) * length; start < range.end; start += length) {
    const inside = ({ StartTime }) => StartTime >= start && StartTime < start + length;
    found.push({ from: Math.max(start, range.start), to: Math.min(start + length, range.end), traces: traces.found.filter(inside) });
  }
  return found;
}

/** Counts of a stretch of time → per minute; a minute that has only begun isn't blown up. */
export function perMinute(stats, seconds) {
  const minutes = Math.max(seconds, 8) / 60;
  return Object.fromEntries(["ok", "error", "fault", "throttle"].map((status) => [status, stats[status] / minutes]));
}
