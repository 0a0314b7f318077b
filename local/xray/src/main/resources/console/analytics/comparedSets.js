// The two sets of traces that the analytics screen compares, read from and written to the route's parameters.
import { and, secondsLiteral } from "../api/filterExpression.js";
import { responseTimeEntries } from "../api/traceSummaries.js";
import { fixedRange, parseRange } from "../base/timeRange.js";
import { percentile } from "../chart/distribution.js";

/**
 * Route parameters → { a, b }, each { range, filter, rest }; b is null without a comparison. While neither set has its
 * own time range, B without a filter is the rest: the traces that A's filter excludes.
 */
export function parseSets(params, now = Date.now() / 1000) {
  const set = (own, filter, rest = false) => ({ range: parseRange(own ?? params.range, now), filter, rest });
  const a = set(params.arange, params.a ?? "");
  if (!isComparison(params)) return { a, b: null };
  const rest = isRest(params);
  return { a, b: set(params.brange, rest ? `!(${params.a})` : (params.b ?? ""), rest) };
}

export function isComparison({ a, b, arange, brange }) {
  return Boolean(a || b || arange || brange);
}

function isRest({ a, b, arange, brange }) {
  return Boolean(a) && !b && !arange && !brange;
}

/** Adds a condition to the set that params.into names: "a" (the default), "b" or "both". Returns the new parameters. */
export function refineSets(params, condition) {
  const { b } = parseSets(params);
  const into = b || params.into === "b" ? refineTarget(params) : "a";
  const change = {};
  if (into !== "b") change.a = and(params.a, condition);
  if (into !== "a") change.b = and(b?.filter, condition);
  return { ...params, ...change };
}

/** Gives one set its own time range. The rest becomes an explicit filter, so that set B keeps its meaning. */
export function setTimeRange(params, side, range) {
  return { ...params, ...(isRest(params) && { b: `!(${params.a})` }), [`${side}range`]: range };
}

export function refineTarget({ into }) {
  return ["a", "b", "both"].includes(into) ? into : "a";
}

/** Comparisons to offer for the traces of set A: [{ label, params }]. */
export function suggestedComparisons(params, traces, range, events = []) {
  const base = { range: params.range, into: params.into };
  const found = [];
  if (traces.some(({ HasFault }) => HasFault))
    found.push({ label: "Faults with the rest", params: { ...base, a: "fault" } });
  if (traces.some(({ HasError }) => HasError))
    found.push({ label: "Errors with the rest", params: { ...base, a: "error" } });
  const slow = percentile(responseTimeEntries(traces), 0.9);
  if (slow)
    found.push({
      label: "Slowest tenth with the rest",
      params: { ...base, a: `responsetime >= ${secondsLiteral(slow)}` },
    });
  for (const event of events.slice(-3))
    found.push({
      label: `Before and after: ${event.title}`,
      params: { ...base, ...halves(range.start, event.time, range.end) },
    });
  if (traces.length)
    found.push({
      label: "First half with second half",
      params: { ...base, ...halves(range.start, (range.start + range.end) / 2, range.end) },
    });
  return found;
}

function halves(start, middle, end) {
  return { arange: fixedRange(start, middle), brange: fixedRange(middle, end) };
}

/** Exchanges the sets A and B. */
export function swapSets(params) {
  const { b } = parseSets(params);
  return { ...params, a: b?.filter, b: params.a, arange: params.brange, brange: params.arange };
}
