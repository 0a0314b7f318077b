import { describe, expect, it } from "/console-tests/runner.js";
import { changesByKind, compareGraphs, detectChange } from "/console/compare/graphDifference.js";

describe("detectChange", () => {
  it("finds what appeared and what vanished", () => {
    expect(detectChange(null, {}).kind).toEqual("appeared");
    expect(detectChange({}, null).kind).toEqual("vanished");
  });

  it("finds a fault rate that rose, but not one that is the same or may be chance", () => {
    const node = (total, ok) => ({
      stats: { ok, error: 0, fault: total - ok, throttle: 0, total, mean: 1 },
      histogram: [],
    });
    expect(
      [
        [100, 100],
        [100, 90],
        [4, 3],
      ].map(([total, ok]) => detectChange(node(100, 100), node(total, ok))),
    ).toEqual([null, { kind: "failing", text: "0 % → 10 % faults" }, null]);
  });

  it("finds response times that rose or fell by 20 %", () => {
    const node = (mean) => ({
      rate: 1,
      stats: { ok: 9, error: 0, fault: 0, throttle: 0, total: 9, mean },
      histogram: [
        { Value: mean * 0.9, Count: 5 },
        { Value: mean * 1.1, Count: 5 },
      ],
    });
    const kind = (before, after) => detectChange(node(before), node(after))?.kind ?? null;
    expect([kind(0.1, 0.2), kind(0.1, 0.11), kind(0.2, 0.1)]).toEqual(["slower", null, "faster"]);
  });

  it("regards a few late requests as vanished", () => {
    const change = detectChange({ rate: 200, stats: { total: 400 } }, { rate: 0.5, stats: { total: 1 } });
    expect(change).toEqual({ kind: "vanished", text: "200/min → 0.5/min" });
  });

  it("regards no node as appeared or vanished whose traffic grew or fell with all traffic", () => {
    const stats = (total) => ({ ok: total, error: 0, fault: 0, throttle: 0, total, mean: 0.1 });
    const client = (rate) => ({ key: "client", type: "client", stats: stats(rate), rate });
    const node = (key, rate) => ({ key, type: "", stats: stats(rate), rate, histogram: [] });
    const calm = { nodes: [client(10), node("api", 10)], edges: [] };
    const busy = { nodes: [client(1000), node("api", 1000), node("new", 1000)], edges: [] };
    const kinds = ({ nodes }) => nodes.map(({ key, change }) => [key, change?.kind ?? null]);
    expect(kinds(compareGraphs(calm, busy))).toEqual([
      ["api", null],
      ["client", null],
      ["new", "appeared"],
    ]);
    expect(kinds(compareGraphs(busy, calm))).toEqual([
      ["api", null],
      ["client", null],
      ["new", "vanished"],
    ]);
    expect(compareGraphs(calm, busy).traffic).toEqual({ before: 10, after: 1000 });
  });
});

describe("compareGraphs", () => {
  it("contains the nodes of both graphs, and no change of clients", () => {
    const client = { key: "a", type: "client" };
    const node = (key) => ({ key, type: "", stats: { total: 0, mean: null }, rate: 0 });
    const edge = { key: "a→c", from: { key: "a" }, to: { key: "c" }, stats: { total: 0, mean: null }, rate: 0 };
    const { nodes } = compareGraphs(
      { nodes: [client, node("b")], edges: [] },
      { nodes: [client, node("c")], edges: [edge] },
    );
    expect(nodes.map(({ key, change }) => [key, change?.kind ?? null])).toEqual([
      ["a", null],
      ["b", "vanished"],
      ["c", "appeared"],
    ]);
  });
});

describe("changesByKind", () => {
  it("omits an edge whose callee has the same change", () => {
    const callee = { type: "", change: { kind: "failing" }, stats: { total: 1 } };
    const edge = (kind) => ({ to: callee, change: { kind }, stats: { total: 1 } });
    const changes = changesByKind({ nodes: [callee], edges: [edge("failing"), edge("slower")] });
    expect(changes.map(({ kind, things }) => [kind, things.length])).toEqual([
      ["failing", 1],
      ["slower", 1],
    ]);
  });
});
