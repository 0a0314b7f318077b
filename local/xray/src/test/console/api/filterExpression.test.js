import { describe, expect, it } from "/console-tests/runner.js";
import { and, annotationName, combineWithGroup, millisecondsHint, narrowSelector, nodeSelector } from "/console/api/filterExpression.js";

describe("filter expression", () => {
  it("puts an OR in parentheses before it adds a condition", () => {
    expect(and("fault OR error", "ok")).toEqual("(fault OR error) AND ok");
  });

  it("selects a node by name and type, and narrows to statuses", () => {
    const selector = nodeSelector({ name: 'a"b', type: "AWS::SNS" });
    expect(narrowSelector(selector, ["fault", "error"], null)).toEqual(
      'service(id(name: "a\\"b", type: "AWS::SNS")) { (fault OR error) }',
    );
  });

  it("selects a node without a type by name, and narrows to response times", () => {
    const selector = nodeSelector({ name: "a", type: "" });
    expect(narrowSelector(selector, [], { from: 0.1, to: 0.25 })).toEqual(
      'service("a") { responsetime >= 0.1 AND responsetime <= 0.25 }',
    );
  });

  it("combines a group with a filter", () => {
    expect(combineWithGroup("a", "")).toEqual('group.name = "a"');
    expect(combineWithGroup(null, "fault")).toEqual("fault");
    expect(combineWithGroup("a", "ok OR fault")).toEqual('(ok OR fault) AND group.name = "a"');
  });

  it("writes annotation keys that are no identifiers in brackets", () => {
    expect(["order_id", "order id", "a.b"].map(annotationName)).toEqual([
      "annotation.order_id",
      "annotation[order id]",
      "annotation[a.b]",
    ]);
  });
});

describe("millisecondsHint", () => {
  it("divides times that look like milliseconds", () => {
    expect(millisecondsHint('service("a 500") { responsetime > 100 } AND duration<=2500.5')).toEqual({
      seconds: 2500.5,
      filter: 'service("a 500") { responsetime > 0.1 } AND duration<=2.501',
    });
  });

  it("is null for seconds, other numbers, and strings", () => {
    const filters = ["responsetime > 2.5", "http.status = 500", 'http.url = "responsetime > 100"', "", undefined];
    expect(filters.map(millisecondsHint)).toEqual(filters.map(() => null));
  });
});
