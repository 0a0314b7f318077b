// Differences between two service graphs: appeared, vanished, failing, recovered, slower, faster (ADR 025).
import { duration, percent, rate } from "../base/format.js";

/** Most severe first. */
export const CHANGE_KINDS = ["failing", "vanished", "slower", "appeared", "recovered", "faster"];

const PROBLEM_STATUSES = ["fault", "throttle", "error"];
const STATUS_WORDS = { fault: "faults", error: "errors", throttle: "throttled" };
const MIN_SHARE = 0.02;
const MIN_FACTOR = 1.2;
const MIN_SECONDS = 0.0005;
const MIN_REQUESTS = 20;
const RESIDUAL_SHARE = 0.05;
/** A smaller difference, measured in standard errors, is regarded as chance. */
const STANDARD_ERRORS = 2.5;

/**
 * Two graphs → one with the nodes and edges of both, and traffic: { before, after }, requests per minute. Each has the statistics of after, or of before if it vanished, and
 * the properties before and after (node, edge or null) and change (null or { kind, text }).
 */
export function compareGraphs(before, after) {
  const traffic = { before: entryRate(before), after: entryRate(after) };
  const nodes = union(before.nodes, after.nodes, traffic);
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const edges = union(before.edges, after.edges, traffic).map((edge) => ({
    ...edge,
    from: byKey.get(edge.from.key),
    to: byKey.get(edge.to.key),
  }));
  return { nodes, edges, traffic };
}

/** Requests of clients per minute. */
function entryRate({ nodes }) {
  return nodes.filter(({ type }) => type === "client").reduce((sum, { rate }) => sum + (rate ?? 0), 0);
}

function union(before, after, traffic) {
  const was = new Map(before.map((thing) => [thing.key, thing]));
  const is = new Map(after.map((thing) => [thing.key, thing]));
  return [...new Set([...was.keys(), ...is.keys()])].sort().map((key) => {
    const [then, now] = [was.get(key) ?? null, is.get(key) ?? null];
    return {
      ...(now ?? then),
      before: then,
      after: now,
      change: (now ?? then).type === "client" ? null : detectChange(then, now, traffic),
    };
  });
}

/** The most severe change as { kind, text }, or null. traffic: see compareGraphs. */
export function detectChange(before, after, traffic = { before: 1, after: 1 }) {
  if (!before || isResidual(before, after, traffic.before / traffic.after))
    return { kind: "appeared", text: before ? `${rate(before.rate)} → ${rate(after.rate)}` : "new" };
  if (!after || isResidual(after, before, traffic.after / traffic.before))
    return { kind: "vanished", text: after ? `${rate(before.rate)} → ${rate(after.rate)}` : "gone" };
  const moved = PROBLEM_STATUSES.map((status) => shareChange(status, before.stats, after.stats)).filter(Boolean);
  const worse = moved.find(({ kind }) => kind === "failing");
  return worse ?? timeChange(before, after, "slower") ?? moved[0] ?? timeChange(before, after, "faster");
}

/**
 * Requests that span an event are counted on its other side. So few of them don't mean that a node exists there, unless all
 * traffic was so much less: growth is the traffic on the side of few, as a multiple of the other side's.
 */
function isResidual(few, many, growth) {
  const share = RESIDUAL_SHARE * (growth < 1 ? growth : 1);
  return many !== null && many.stats.total >= MIN_REQUESTS && few.rate < many.rate * share;
}

function shareChange(status, before, after) {
  if (!before.total || !after.total) return null;
  const [was, is] = [before[status] / before.total, after[status] / after.total];
  const both = (before[status] + after[status]) / (before.total + after.total);
  const error = Math.sqrt(both * (1 - both) * (1 / before.total + 1 / after.total));
  const certain = Math.abs(is - was) - (1 / before.total + 1 / after.total) / 2;
  if (Math.abs(is - was) < MIN_SHARE || certain < error * STANDARD_ERRORS) return null;
  return { kind: is > was ? "failing" : "recovered", text: `${percent(was)} → ${percent(is)} ${STATUS_WORDS[status]}` };
}

function timeChange(before, after, kind) {
  const [low, high] = kind === "slower" ? [before, after] : [after, before];
  if (low.stats.mean === null || high.stats.mean === null) return null;
  const difference = high.stats.mean - low.stats.mean;
  if (difference < MIN_SECONDS || high.stats.mean < low.stats.mean * MIN_FACTOR) return null;
  const error = Math.sqrt(varianceOfMean(low) + varianceOfMean(high));
  if (error > 0 && difference / error < STANDARD_ERRORS) return null;
  return { kind, text: `${duration(before.stats.mean)} → ${duration(after.stats.mean)}` };
}

/** Variance of the mean, from the histogram. For a single value it is unknown, and taken as the square of the mean. */
function varianceOfMean({ histogram, stats }) {
  const n = histogram.reduce((sum, { Count }) => sum + Count, 0);
  if (n < 2) return stats.mean ** 2;
  const mean = histogram.reduce((sum, { Value, Count }) => sum + Value * Count, 0) / n;
  return histogram.reduce((sum, { Value, Count }) => sum + Count * (Value - mean) ** 2, 0) / (n - 1) / n;
}

/** [{ kind, things }], most severe first, without clients and without edges whose callee has the same change. */
export function changesByKind({ nodes, edges }) {
  const told = [
    ...nodes.filter(({ type }) => type !== "client"),
    ...edges.filter(({ change, to }) => change && change.kind !== to.change?.kind),
  ];
  return CHANGE_KINDS.map((kind) => ({
    kind,
    things: told.filter(({ change }) => change?.kind === kind).sort(byTraffic),
  })).filter(({ things }) => things.length);
}

function byTraffic(a, b) {
  return b.stats.total - a.stats.total;
}
