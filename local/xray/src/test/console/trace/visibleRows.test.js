import { describe, expect, it } from "/console-tests/runner.js";
import { initiallyCollapsed, visibleRows } from "/console/trace/visibleRows.js";

const span = (id, ...children) => ({ id, children });

describe("visibleRows", () => {
  const root = span("a", span("b", span("c")));

  it("are depth first", () => {
    expect(visibleRows([root], new Set()).map(({ span: { id }, depth }) => [id, depth])).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 2],
    ]);
  });

  it("omit what is below a collapsed span", () => {
    expect(visibleRows([root], new Set(["b"])).length).toEqual(2);
  });
});

describe("initiallyCollapsed", () => {
  const root = span("a", span("b", span("c", span("d")), span("e", { ...span("f"), status: "fault" })));

  it("is empty for a small trace", () => {
    expect(initiallyCollapsed([root], 9).size).toEqual(0);
  });

  it("contains deep spans without faults in a large trace", () => {
    expect([...initiallyCollapsed([root], 2)]).toEqual(["c"]);
  });
});
