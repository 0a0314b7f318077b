import { describe, expect, it } from "/console-tests/runner.js";
import { compareTraces, difference } from "/console/trace/traceComparison.js";

const span = (name, start, end, children = []) => ({ name, kind: "subsegment", inferred: false, start, end, children });
const texts = (rows) =>
  rows.map(({ name, depth, here, there }) => `${" ".repeat(depth)}${name} ${here ? "here" : "-"} ${there ? "there" : "-"}`);

describe("compareTraces", () => {
  it("matches parts by parent, name and order", () => {
    const here = [span("page", 0, 9, [span("call", 0, 1, [span("query", 0, 1)]), span("call", 1, 5), span("new", 5, 6)])];
    const there = [span("page", 0, 5, [span("call", 0, 2), span("gone", 2, 3, [span("below", 2, 3)]), span("call", 3, 4)])];
    expect(texts(compareTraces(here, there))).toEqual([
      "page here there",
      " call here there",
      "  query here -",
      " gone - there",
      "  below - there",
      " call here there",
      " new here -",
    ]);
  });

  it("tells how much longer a part took here", () => {
    const [page, first, second] = compareTraces(
      [span("page", 0, 9, [span("call", 0, 1), span("call", 1, 5)])],
      [span("page", 0, 5, [span("call", 0, 2), span("call", 3, 4)])],
    );
    expect([difference(page), difference(first), difference(second)]).toEqual([4, -1, 3]);
  });

  it("knows no difference of a part without an end, or that is in one trace only", () => {
    const [row] = compareTraces([span("page", 0, null)], [span("page", 0, 5)]);
    expect(difference(row)).toEqual(null);
    expect(difference({ here: span("a", 0, 1), there: null })).toEqual(null);
  });
});
