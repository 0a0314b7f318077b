import { describe, expect, it } from "/console-tests/runner.js";
import { findMissingParts, missingPartsNotice } from "/console/trace/missingParts.js";
import { buildSpanTree } from "/console/trace/spanTree.js";

const root = { id: "a", name: "root", start_time: 1, end_time: 2, subsegments: [{ id: "c", name: "pay", start_time: 1 }] };
const treeOf = (documents, waiting = []) =>
  buildSpanTree(
    { Segments: documents.map((document) => ({ Document: JSON.stringify(document) })) },
    waiting.map((document) => JSON.stringify(document)),
  );
const notice = (tree, answer) => missingPartsNotice(findMissingParts(tree, answer), tree, () => {});

describe("missing parts", () => {
  it("are the parents of segments and subsegments, and awaited callees", () => {
    const detached = { id: "d", parent_id: "10", start_time: 1, end_time: 2 };
    const late = { id: "e", parent_id: "10", start_time: 1, end_time: 2 };
    const documents = [JSON.stringify(late)];
    const tree = treeOf([root, detached], [late]);
    const parts = findMissingParts(tree, { waiting: 1, documents, awaitingCallees: ["c"] });
    expect(parts).toEqual({ parents: ["10"], apart: 2, callees: ["c"], running: 1 });
    expect(missingPartsNotice(parts, tree, () => {}).querySelector("span").textContent).toEqual(
      "2 parts of this trace are missing. 2 segments and subsegments came without their parent (10), and stand apart. " +
        "No callee has reported for 1 call (pay). 1 part is still in progress.",
    );
  });

  it("count a waiting subsegment that isn't shown", () => {
    expect(findMissingParts(treeOf([root]), { waiting: 1500, documents: [] }).apart).toEqual(1500);
  });

  it("are none in a whole trace, whose root may name the id of zeros as its parent", () => {
    expect(notice(treeOf([{ id: "a", parent_id: "0000000000000000", start_time: 1, end_time: 2 }]), {})).toEqual(null);
  });
});
