import { describe, expect, it } from "/console-tests/runner.js";
import { edgePath } from "/console/graph/edgePath.js";

const box = (x, y) => ({ x, y, width: 100, height: 60 });

describe("edgePath", () => {
  it("leaves a box at the side toward the other", () => {
    expect(edgePath(box(0, 0), box(300, 0), null).replace(/L.*L/, " to ")).toEqual("M55.0 0.0 to 236.0 0.0");
  });

  it("leaves a box at the bottom toward one below", () => {
    expect(edgePath(box(0, 0), box(10, 300), null).replace(/[LC].*L/, " to ")).toEqual("M5.0 35.0 to 5.0 256.0");
  });

  it("is a loop above a node that calls itself", () => {
    const node = box(0, 0);
    expect(edgePath(node, node, null).split("C")[0]).toEqual("M-12 -35");
  });
});
