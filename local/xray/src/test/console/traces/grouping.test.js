import { describe, expect, it } from "/console-tests/runner.js";
import { groupBy, groupLabels } from "/console/traces/grouping.js";

describe("groupBy", () => {
  it("computes count, share and mean of each value", () => {
    const traces = [{ Http: { HttpStatus: 200 }, ResponseTime: 1 }, { Http: { HttpStatus: 200 }, ResponseTime: 3 }, {}];
    const status = { values: (trace) => [trace.Http?.HttpStatus] };
    expect(groupBy(traces, status)).toEqual([{ value: 200, count: 2, share: 0.6666666666666666, mean: 2 }]);
  });
});

describe("groupLabels", () => {
  it("shorten values that stay different", () => {
    const groups = [{ value: "http://a/x" }, { value: "http://b/x" }, { value: "http://b/y" }];
    expect(groupLabels(groups, (value) => value.slice(-1))).toEqual(["http://a/x", "http://b/x", "y"]);
  });
});
