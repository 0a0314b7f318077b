import { describe, expect, it } from "/console-tests/runner.js";
import { sortStatistics, spanStatistics } from "/console/trace/spanStatistics.js";

const span = (id, name, start, end, { children = [], kind = "subsegment", status = "ok", inferred = false } = {}) => ({
  id,
  name,
  start,
  end,
  children,
  kind,
  status,
  inferred,
});

const ROOT = span("r", "frontend", 0, 10, {
  kind: "segment",
  children: [
    span("a", "catalog", 1, 3),
    span("b", "catalog", 4, 8, { status: "fault" }),
    span("i", "catalog", 1, 3, { kind: "segment", inferred: true }),
  ],
});

describe("spanStatistics", () => {
  it("adds up the spans of each name and kind", () => {
    expect(spanStatistics([ROOT]).map(({ name, kind, ids, trouble }) => [name, kind, ids, trouble])).toEqual([
      ["frontend", "segment", ["r"], 0],
      ["catalog", "subsegment", ["a", "b"], 1],
      ["catalog", "inferred", ["i"], 0],
    ]);
    const [frontend, catalog] = spanStatistics([ROOT]);
    expect([frontend.total, frontend.self]).toEqual([10, 4]);
    expect([catalog.total, catalog.self, catalog.mean, catalog.longest]).toEqual([6, 6, 3, 4]);
  });

  it("is sorted by figures from the largest, by names from A to Z, or the reverse", () => {
    const groups = spanStatistics([ROOT]);
    const names = (key, reversed) => sortStatistics(groups, key, reversed).map(({ name, kind }) => `${name} ${kind}`);
    expect(names("self")).toEqual(["catalog subsegment", "frontend segment", "catalog inferred"]);
    expect(names("self", true)).toEqual(["catalog inferred", "frontend segment", "catalog subsegment"]);
    expect(names("name")[2]).toEqual("frontend segment");
  });
});
