import { describe, expect, it } from "/console-tests/runner.js";
import {
  parseSets,
  refineSets,
  setTimeRange,
  suggestedComparisons,
  swapSets,
} from "/console/analytics/comparedSets.js";

describe("parseSets", () => {
  it("takes the rest as set B, unless it has a filter or times differ", () => {
    const filterOfB = (params) => parseSets(params, 100).b?.filter ?? null;
    expect([{}, { a: "fault" }, { a: "fault", b: "ok" }, { arange: "1~2" }].map(filterOfB)).toEqual([
      null,
      "!(fault)",
      "ok",
      "",
    ]);
  });

  it("reads a set's own time range", () => {
    expect(parseSets({ range: "PT1M", brange: "1~2" }, 100).b.range.end).toEqual(2);
  });
});

describe("refineSets", () => {
  it("adds a condition to A, to B or to both", () => {
    expect(refineSets({}, "ok")).toEqual({ a: "ok" });
    expect(refineSets({ a: "x", b: "y", into: "b" }, "ok")).toEqual({ a: "x", b: "y AND ok", into: "b" });
    expect(refineSets({ a: "x", into: "both" }, "ok")).toEqual({ a: "x AND ok", into: "both", b: "!(x) AND ok" });
  });
});

describe("setTimeRange", () => {
  it("makes the rest an explicit filter", () => {
    expect(setTimeRange({ a: "x" }, "b", "1~2")).toEqual({ a: "x", b: "!(x)", brange: "1~2" });
  });
});

describe("swapSets", () => {
  it("exchanges filters and time ranges", () => {
    expect(swapSets({ a: "x", arange: "1~2", brange: "2~3" })).toEqual({ a: "", arange: "2~3", brange: "1~2", b: "x" });
  });
});

describe("suggestedComparisons", () => {
  it("offer faults, slow traces, events and halves of the time", () => {
    const found = suggestedComparisons(
      { range: "PT5M" },
      [{ HasFault: true, ResponseTime: 2 }],
      { start: 0, end: 100 },
      [{ time: 30, title: "kill" }],
    );
    expect(found.map(({ label, params }) => [label, params.a ?? params.arange])).toEqual([
      ["Faults with the rest", "fault"],
      ["Slowest tenth with the rest", "responsetime >= 2"],
      ["Before and after: kill", "1970-01-01T00:00:00.000Z~1970-01-01T00:00:30.000Z"],
      ["First half with second half", "1970-01-01T00:00:00.000Z~1970-01-01T00:00:50.000Z"],
    ]);
  });
});
