import { describe, expect, it } from "/console-tests/runner.js";
import { buildSpanTree } from "/console/trace/spanTree.js";

describe("buildSpanTree", () => {
  it("puts a segment below the subsegment that called it", () => {
    const caller = { id: "a", start_time: 1, end_time: 4, subsegments: [{ id: "b", start_time: 2, end_time: 3 }] };
    const callee = { id: "c", parent_id: "b", start_time: 2.1, end_time: 2.9 };
    const tree = buildSpanTree({
      Segments: [caller, callee].map((document) => ({ Document: JSON.stringify(document) })),
    });
    expect(tree.roots.map(({ id }) => id)).toEqual(["a"]);
    expect(tree.byId.get("c").parent.id).toEqual("b");
    expect([tree.start, tree.end]).toEqual([1, 4]);
  });
});
