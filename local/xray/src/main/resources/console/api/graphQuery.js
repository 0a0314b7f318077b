// Fetches the service graph of all traces, of a group, or of the newest traces that match a filter (ADR 025).
import { serviceGraph, traceGraph, traceSummaries } from "./client.js";
import { combineWithGroup } from "./filterExpression.js";
import { toGraph } from "./serviceGraph.js";

/** A filtered graph is built from at most this many traces, so that the map stays live. */
const MAX_TRACES = 1000;

/**
 * → { nodes, edges, range, group, filter, traces }. traces is null without a filter, else { found, more }: summaries,
 * newest first, and whether older ones exist.
 */
export async function fetchGraph(range, { group, filter }, signal) {
  if (!filter)
    return { ...toGraph(await serviceGraph(range, group, signal), range), range, group, filter, traces: null };
  const traces = await fetchMatching(range, combineWithGroup(group, filter), signal);
  const ids = traces.found.map(({ Id }) => Id);
  const answer = ids.length ? await traceGraph(ids, signal) : {};
  return { ...toGraph(answer, coveredRange(range, traces)), range, group, filter, traces };
}

async function fetchMatching(range, filter, signal) {
  const found = [];
  let next = null;
  do {
    const page = await traceSummaries(range, filter, next, signal);
    found.push(...(page.TraceSummaries ?? []));
    next = page.NextToken ?? null;
  } while (next && found.length < MAX_TRACES);
  return { found: found.slice(0, MAX_TRACES), more: next !== null || found.length > MAX_TRACES };
}

/** If older traces are omitted, the range begins with the oldest included trace, so that rates are right. */
function coveredRange(range, { found, more }) {
  const oldest = more ? Math.min(...found.map(({ StartTime }) => StartTime ?? range.end)) : range.start;
  const start = Math.min(oldest, range.end - 1);
  return { ...range, start, seconds: range.end - start };
}
