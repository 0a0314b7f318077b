import { describe, expect, it } from "/console-tests/runner.js";
import { criticalPath } from "/console/trace/criticalPath.js";
import { retryAttempts } from "/console/trace/retries.js";
import { buildSpanTree } from "/console/trace/spanTree.js";
import { initiallyCollapsed, visibleRows } from "/console/trace/visibleRows.js";

const tree = (...documents) =>
  buildSpanTree({ Segments: documents.map((document) => ({ Document: JSON.stringify(document) })) });

const outline = ({ roots }) => visibleRows(roots, new Set()).map(({ span, depth }) => `${"-".repeat(depth)}${span.id}`);

const call = (id, callId, parent, start = 1) => ({
  id,
  parent_id: parent,
  start_time: start,
  end_time: start + 1,
  subsegments: [{ id: callId, start_time: start, end_time: start + 1 }],
});

describe("buildSpanTree", () => {
  it("puts a segment below the subsegment that called it", () => {
    const caller = { id: "a", start_time: 1, end_time: 4, subsegments: [{ id: "b", start_time: 2, end_time: 3 }] };
    const callee = { id: "c", parent_id: "b", start_time: 2.1, end_time: 2.9 };
    const built = tree(caller, callee);
    expect(outline(built)).toEqual(["a", "-b", "--c"]);
    expect(built.byId.get("c").parent.id).toEqual("b");
    expect([built.start, built.end]).toEqual([1, 4]);
    expect(built.byId.get("a").size).toEqual(2);
  });

  it("cuts a cycle of segments at its earliest one", () => {
    const built = tree(call("a", "a1", "c1", 3), call("b", "b1", "a1", 1), call("c", "c1", "b1", 2), call("d", "d1", "c1", 4));
    expect(outline(built)).toEqual(["b", "-b1", "--c", "---c1", "----a", "-----a1", "----d", "-----d1"]);
    expect(built.roots[0].circular).toEqual(true);
  });

  it("cuts a segment off its own subsegment, and off itself", () => {
    expect(outline(tree(call("a", "a1", "a1")))).toEqual(["a", "-a1"]);
    expect(outline(tree(call("a", "a1", "a")))).toEqual(["a", "-a1"]);
  });

  it("shows every entity, even if ids are missing or occur twice", () => {
    const built = tree(call("a", "x", null), call("b", "x", "x"), { start_time: 1 }, { id: "a", start_time: 2 });
    expect(outline(built)).toEqual(["a", "-x", "--b", "---x~4", "~5", "a~6"]);
  });

  it("shows subsegments without their parent as roots, and what hangs below them", () => {
    const waiting = [
      { id: "w1", parent_id: "gone", start_time: 2 },
      { id: "w2", parent_id: "w1", start_time: 2 },
      { id: "w3", parent_id: "w4", start_time: 3 },
      { id: "w4", parent_id: "w3", start_time: 4 },
    ];
    const built = buildSpanTree(
      { Segments: [{ Document: JSON.stringify(call("a", "a1", null)) }] },
      waiting.map((document) => JSON.stringify(document)),
    );
    expect(outline(built)).toEqual(["a", "-a1", "w1", "-w2", "w3", "-w4"]);
    expect(built.roots.map(({ parentMissing }) => parentMissing)).toEqual([false, true, false]);
  });

  it("shows a document that can't be parsed", () => {
    const { roots } = buildSpanTree({ Segments: [{ Id: "a", Document: "{" }] });
    expect([roots[0].id, roots[0].name]).toEqual(["a", "unreadable document"]);
  });

  it("reads a chain of 10,000 calls", () => {
    const hops = Array.from({ length: 10000 }, (_, i) => call(`s${i}`, `c${i}`, i ? `c${i - 1}` : null));
    const built = tree(...hops);
    expect([built.roots.length, built.roots[0].size]).toEqual([1, 19999]);
    expect(visibleRows(built.roots, initiallyCollapsed(built.roots)).length).toEqual(3);
    expect(criticalPath(built.roots[0]).size).toEqual(20000);
    expect(retryAttempts(built).size).toEqual(0);
  });
});
