// Which two sets of traces the analytics screen compares, as its address says it.
import { percentile } from "../chart/distribution.js";
import { and } from "../ui/filterBar.js";
import { seconds } from "../api/serviceGraph.js";
import { fixedRange, toRange } from "../base/timeRange.js";
import { responseTimes } from "../api/traceSummaries.js";

/**
 * Parameters of the address → { a, b }, each { range, filter, rest }; b is null when there is nothing to compare with.
 * While neither set has times of its own, B without a filter is the rest: what A's filter leaves out.
 */
export function setsOf(params, now = Date.now() / 1000) {
  const set = (own, filter, rest = false) => ({ range: toRange(own ?? params.range, now), filter, rest });
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

/** The parameters after a click or a drag, which narrow the set that params.into names: "a" (the usual one), "b" or "both". */
export function refined(params, condition) {
  const { b } = setsOf(params);
  const into = b || params.into === "b" ? intoOf(params) : "a";
  const change = {};
  if (into !== "b") change.a = and(params.a, condition);
  if (into !== "a") change.b = and(b?.filter, condition);
  return { ...params, ...change };
}

/** The parameters after a set got times of its own; "the rest" is written out, so that it stays what it was. */
export function timed(params, side, range) {
  return { ...params, ...(isRest(params) && { b: `!(${params.a})` }), [`${side}range`]: range };
}

export function intoOf({ into }) {
  return ["a", "b", "both"].includes(into) ? into : "a";
}

/** Comparisons that are worth a look, for the traces of A: [{ label, params }]. */
export function suggestions(params, traces, range, events = []) {
  const base = { range: params.range, into: params.into };
  const found = [];
  if (traces.some(({ HasFault }) => HasFault)) found.push({ label: "Faults with the rest", params: { ...base, a: "fault" } });
  if (traces.some(({ HasError }) => HasError)) found.push({ label: "Errors with the rest", params: { ...base, a: "error" } });
  const slow = percentile(responseTimes(traces), 0.9);
  if (slow) found.push({ label: "Slowest tenth with the rest", params: { ...base, a: `responsetime >= ${seconds(slow)}` } });
  for (const event of events.slice(-3)) found.push({ label: `Before and after: ${event.title}`, params: { ...base, ...halves(range.start, event.time, range.end) } });
  if (traces.length) found.push({ label: "First half with second half", params: { ...base, ...halves(range.start, (range.start + range.end) / 2, range.end) } });
  return found;
}

function halves(start, middle, end) {
  return { arange: fixedRange(start, middle), brange: fixedRange(middle, end) };
}

/** The same the other way round. */
export function swapped(params) {
  const { b } = setsOf(params);
  return { ...params, a: b?.filter, b: params.a, arange: params.brange, brange: params.arange };
}
