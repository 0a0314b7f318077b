import { describe, expect, it } from "/console-tests/runner.js";
import { isDefaultOrder, nextOrder, sortTraces } from "/console/traces/traceOrder.js";

const traces = [
  { Id: "new", StartTime: 3, ResponseTime: 0.1, HasFault: true, Http: { HttpStatus: 500 } },
  { Id: "slow", StartTime: 2, ResponseTime: 2, Http: { HttpStatus: 200 } },
  { Id: "old", StartTime: 1, Duration: 0.5, HasError: true, Http: { HttpStatus: 404 } },
  { Id: "worse", StartTime: 1, ResponseTime: 0.1, HasFault: true, Http: { HttpStatus: 503 } },
];
const sorted = (order) => sortTraces(traces, order).map(({ Id }) => Id);

describe("sortTraces", () => {
  it("sorts by time, duration or status, and newest first among equals", () => {
    expect(sorted(undefined)).toEqual(["new", "slow", "old", "worse"]);
    expect(sorted("-time")).toEqual(["old", "worse", "slow", "new"]);
    expect(sorted("duration")).toEqual(["slow", "old", "new", "worse"]);
    expect(sorted("-duration")).toEqual(["new", "worse", "old", "slow"]);
    expect(sorted("status")).toEqual(["worse", "new", "old", "slow"]);
    expect(sorted("nonsense")).toEqual(sorted("time"));
  });

  it("leaves the given list as it is", () => {
    sortTraces(traces, "duration");
    expect(traces[0].Id).toEqual("new");
  });
});

describe("nextOrder", () => {
  it("is the column's, then its reverse; the default one has no name", () => {
    expect([nextOrder(undefined, "duration"), nextOrder("duration", "duration"), nextOrder("-duration", "duration")]).toEqual([
      "duration",
      "-duration",
      "duration",
    ]);
    expect([nextOrder(undefined, "time"), nextOrder("-time", "time"), nextOrder("status", "time")]).toEqual([
      "-time",
      null,
      null,
    ]);
    expect([undefined, "time", "-time", "status"].map(isDefaultOrder)).toEqual([true, true, false, false]);
  });
});
