import { describe, expect, it } from "/console-tests/runner.js";
import { summaryField } from "/console/api/summaryFields.js";
import { groupBy, groupLabels } from "/console/traces/grouping.js";

describe("groupBy", () => {
  it("computes count, share and mean of each value", () => {
    const traces = [{ Http: { HttpStatus: 200 }, ResponseTime: 1 }, { Http: { HttpStatus: 200 }, ResponseTime: 3 }, {}];
    const status = { values: (trace) => [trace.Http?.HttpStatus] };
    expect(groupBy(traces, status)).toEqual([{ value: 200, count: 2, share: 0.6666666666666666, mean: 2 }]);
  });

  it("joins values that differ only by what the field leaves out", () => {
    const trace = (id) => ({ Http: { HttpURL: `http://shop/products/${id}` }, ResponseTime: id });
    const groups = groupBy([trace(1), trace(3)], summaryField("url"));
    expect(groups).toEqual([{ value: "http://shop/products/{id}", count: 2, share: 1, mean: 2 }]);
    expect(summaryField("url").display(groups[0].value)).toEqual("/products/{id}");
  });
});

describe("groupLabels", () => {
  it("shorten values that stay different", () => {
    const groups = [{ value: "http://a/x" }, { value: "http://b/x" }, { value: "http://b/y" }];
    expect(groupLabels(groups, (value) => value.slice(-1))).toEqual(["http://a/x", "http://b/x", "y"]);
  });
});
