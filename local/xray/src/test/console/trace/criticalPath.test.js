import { describe, expect, it } from "/console-tests/runner.js";
import { criticalPath } from "/console/trace/criticalPath.js";

const span = (id, start, end, children = []) => ({ id, start, end, children });

describe("criticalPath", () => {
  it("follows the children that the caller waited for", () => {
    const root = span("r", 0, 10, [span("a", 0, 4), span("b", 1, 3), span("c", 4, 9)]);
    expect([...criticalPath(root)]).toEqual(["r", "c", "a"]);
  });

  it("counts a child that outlives its caller, but none that starts later", () => {
    const root = span("r", 0, 10, [span("late", 4, 12), span("a", 0, 4), span("after", 11, 12)]);
    expect([...criticalPath(root)]).toEqual(["r", "late", "a"]);
  });
});
