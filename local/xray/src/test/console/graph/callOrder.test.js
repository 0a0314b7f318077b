import { describe, expect, it } from "/console-tests/runner.js";
import { callOrder } from "/console/graph/callOrder.js";

const graph = (...calls) => {
  const names = [...new Set(calls.flat())].sort();
  const nodes = names.map((key) => ({ key }));
  const node = (key) => nodes[names.indexOf(key)];
  return { nodes, edges: calls.map(([from, to]) => ({ key: `${from}→${to}`, from: node(from), to: node(to) })) };
};

describe("callOrder", () => {
  it("goes from a caller by its edges to the callees", () => {
    expect(callOrder(graph(["z", "b"], ["b", "c"], ["b", "d"], ["c", "d"]))).toEqual([
      "z",
      "z→b",
      "b",
      "b→c",
      "c",
      "c→d",
      "d",
      "b→d",
    ]);
  });

  it("contains each element of a cycle once", () => {
    expect(callOrder(graph(["a", "b"], ["b", "a"], ["a", "a"]))).toEqual(["a", "a→b", "b", "b→a", "a→a"]);
  });
});
