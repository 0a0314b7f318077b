import { describe, expect, it } from "/console-tests/runner.js";
import { matchingSpans, neighbour, servicesOf, troubledSpans } from "/console/trace/spanSearch.js";
import { buildSpanTree } from "/console/trace/spanTree.js";

const { roots } = buildSpanTree({
  Segments: [
    {
      id: "a",
      name: "frontend",
      start_time: 1,
      end_time: 2,
      fault: true,
      http: { request: { method: "GET", url: "http://h/products/7" } },
      annotations: { product: "kettle" },
      subsegments: [
        { id: "b", name: "catalog", start_time: 1, end_time: 2, throttle: true },
        { id: "c", name: "cart", start_time: 1.5, end_time: 2, cause: { exceptions: [{ message: "No Kettle" }] } },
      ],
    },
    { id: "d", name: "catalog", parent_id: "b", inferred: true, start_time: 1, end_time: 2, throttle: true },
  ].map((document) => ({ Document: JSON.stringify(document) })),
});
const ids = (spans) => spans.map(({ id }) => id);

describe("the services of a trace", () => {
  it("are its segments, and keep the spans that are in them", () => {
    expect(servicesOf(roots)).toEqual(["frontend", "catalog"]);
    expect(ids(matchingSpans(roots, "", "frontend"))).toEqual(["a", "b", "c"]);
    expect(ids(matchingSpans(roots, "catalog", "frontend"))).toEqual(["b"]);
    expect(ids(matchingSpans(roots, "", ""))).toEqual([]);
  });
});

describe("a search in a trace", () => {
  it("finds names, calls, annotations and exceptions, in the order of the timeline", () => {
    expect(ids(matchingSpans(roots, "CATALOG"))).toEqual(["b", "d"]);
    expect(ids(matchingSpans(roots, "products/7"))).toEqual(["a"]);
    expect(ids(matchingSpans(roots, "kettle"))).toEqual(["a", "c"]);
    expect(ids(matchingSpans(roots, "kettle cart"))).toEqual(["c"]);
    expect(ids(matchingSpans(roots, " "))).toEqual([]);
  });

  it("finds spans with trouble, without those that are inferred from them", () => {
    expect(ids(troubledSpans(roots))).toEqual(["a", "b"]);
  });

  it("goes round", () => {
    const spans = [{ id: "a" }, { id: "b" }];
    const next = [null, "a", "b"].map((id) => neighbour(spans, id, 1).id);
    const previous = [null, "a", "b"].map((id) => neighbour(spans, id, -1).id);
    expect([next, previous]).toEqual([
      ["a", "b", "a"],
      ["b", "b", "a"],
    ]);
  });
});
