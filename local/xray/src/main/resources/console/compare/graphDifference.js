// What differs between two graphs of the same system: what appeared, vanished, fails, recovered, slowed down, sped up.
import { duration, percent, rate } from "../base/format.js";

/** Worst first. */
export const KINDS = ["failing", "vanished", "slower", "appeared", "recovered", "faster"];

const BAD = ["fault", "throttle", "error"];
const WORDS = { fault: "faults", error: "errors", throttle: "throttled" };
const SHARE = 0.02;
const FACTOR = 1.2;
const SECONDS = 0.0005;
const ENOUGH = 20;
const TRICKLE = 0.05;
/** How many standard errors a difference must measure, or it is taken for chance. */
const SURE = 2.5;

/**
 * Two graphs → one with the nodes and edges of both, each as it is after (or was before, if it is gone), with
 * before and after (itself then, or null) and change (null, or { kind, text }).
 */
export function compareGraphs(before, after) {
  const nodes = union(before.nodes, after.nodes);
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const edges = union(before.edges, after.edges).map((edge) => ({ ...edge, from: byKey.get(edge.from.key), to: byKey.get(edge.to.key) }));
  return { nodes, edges };
}

function union(before, after) {
  const was = new Map(before.map((thing) => [thing.key, thing]));
  const is = new Map(after.map((thing) => [thing.key, thing]));
  return [...new Set([...was.keys(), ...is.keys()])].sort().map((key) => {
    const [then, now] = [was.get(key) ?? null, is.get(key) ?? null];
    return { ...(now ?? then), before: then, after: now, change: (now ?? then).type === "client" ? null : changeOf(then, now) };
  });
}

/** null, or { kind, text }: the worst that can be said. */
export function changeOf(before, after) {
  if (!before || isTrickle(before, after)) return { kind: "appeared", text: before ? `${rate(before.rate)} → ${rate(after.rate)}` : "new" };
  if (!after || isTrickle(after, before)) return { kind: "vanished", text: after ? `${rate(before.rate)} → ${rate(after.rate)}` : "gone" };
  const moved = BAD.map((status) => shareMove(status, before.stats, after.stats)).filter(Boolean);
  const worse = moved.find(({ kind }) => kind === "failing");
  return worse ?? timeMove(before, after, "slower") ?? moved[0] ?? timeMove(before, after, "faster");
}

/** Requests under way when something happened are counted on the other side of it: a few don't make a node live. */
function isTrickle(few, many) {
  return many !== null && many.stats.total >= ENOUGH && few.rate < many.rate * TRICKLE;
}

function shareMove(status, before, after) {
  if (!before.total || !after.total) return null;
  const [was, is] = [before[status] / before.total, after[status] / after.total];
  const both = (before[status] + after[status]) / (before.total + after.total);
  const error = Math.sqrt(both * (1 - both) * (1 / before.total + 1 / after.total));
  const certain = Math.abs(is - was) - (1 / before.total + 1 / after.total) / 2;
  if (Math.abs(is - was) < SHARE || certain < error * SURE) return null;
  return { kind: is > was ? "failing" : "recovered", text: `${percent(was)} → ${percent(is)} ${WORDS[status]}` };
}

function timeMove(before, after, kind) {
  const [low, high] = kind === "slower" ? [before, after] : [after, before];
  if (low.stats.mean === null || high.stats.mean === null) return null;
  const difference = high.stats.mean - low.stats.mean;
  if (difference < SECONDS || high.stats.mean < low.stats.mean * FACTOR) return null;
  const error = Math.sqrt(errorOfMean(low) + errorOfMean(high));
  if (error > 0 && difference / error < SURE) return null;
  return { kind, text: `${duration(before.stats.mean)} → ${duration(after.stats.mean)}` };
}

/** The variance of the mean, as the histogram has it; a single value says nothing, so it counts as its own square. */
function errorOfMean({ histogram, stats }) {
  const n = histogram.reduce((sum, { Count }) => sum + Count, 0);
  if (n < 2) return stats.mean ** 2;
  const mean = histogram.reduce((sum, { Value, Count }) => sum + Value * Count, 0) / n;
  return histogram.reduce((sum, { Value, Count }) => sum + Count * (Value - mean) ** 2, 0) / (n - 1) / n;
}

/** What to read out first: [{ kind, things }], without the edges whose callee tells the same already, and without clients. */
export function headlines({ nodes, edges }) {
  const told = [...nodes.filter(({ type }) => type !== "client"), ...edges.filter(({ change, to }) => change && change.kind !== to.change?.kind)];
  return KINDS.map((kind) => ({ kind, things: told.filter(({ change }) => change?.kind === kind).sort(byTraffic) })).filter(({ things }) => things.length);
}

function byTraffic(a, b) {
  return b.stats.total - a.stats.total;
}
