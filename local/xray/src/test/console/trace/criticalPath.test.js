import { describe, expect, it } from "/console-tests/runner.js";
import { criticalPath, criticalStretches } from "/console/trace/criticalPath.js";

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

describe("criticalStretches", () => {
  it("are the times in which the trace waited for a span itself, as long together as the root", () => {
    const root = span("r", 0, 10, [span("a", 1, 4), span("b", 1, 3), span("c", 4, 9, [span("d", 5, 7)])]);
    expect(Object.fromEntries(criticalStretches(root))).toEqual({
      r: [
        { start: 0, end: 1 },
        { start: 9, end: 10 },
      ],
      c: [
        { start: 4, end: 5 },
        { start: 7, end: 9 },
      ],
      d: [{ start: 5, end: 7 }],
      a: [{ start: 1, end: 4 }],
    });
  });

  it("end with the root, though a child outlives it", () => {
    const root = span("r", 0, 10, [span("late", 4, 12, [span("call", 5, 11)])]);
    expect(Object.fromEntries(criticalStretches(root))).toEqual({
      r: [{ start: 0, end: 4 }],
      late: [{ start: 4, end: 5 }],
      call: [{ start: 5, end: 10 }],
    });
  });
});
