import { describe, expect, it } from "/console-tests/runner.js";
import { selfTime } from "/console/trace/selfTime.js";

const span = (start, end, children = []) => ({ start, end, children });

describe("selfTime", () => {
  it("is the duration without the children's time, overlapping ones counted once", () => {
    expect(selfTime(span(0, 10, [span(1, 4), span(2, 5), span(8, 9)]))).toEqual(5);
  });

  it("doesn't count what a child runs before or after the span", () => {
    expect(selfTime(span(2, 10, [span(0, 3), span(9, 20)]))).toEqual(6);
  });

  it("is nothing for a span without an end, and ignores children without one", () => {
    expect(selfTime(span(0, null))).toEqual(0);
    expect(selfTime(span(0, 4, [span(1, null)]))).toEqual(4);
  });
});
