import { describe, expect, it } from "/console-tests/runner.js";
import { findGaps } from "/console/trace/gaps.js";

describe("findGaps", () => {
  it("finds intervals without calls, except short ones", () => {
    const span = {
      start: 0,
      end: 10,
      children: [
        { start: 1, end: 3 },
        { start: 2, end: 4 },
        { start: 4.1, end: 8 },
      ],
    };
    expect(findGaps(span, 10)).toEqual([
      { start: 0, end: 1 },
      { start: 8, end: 10 },
    ]);
  });

  it("finds none in a span without calls", () => {
    expect(findGaps({ start: 0, end: 10, children: [] }, 10)).toEqual([]);
  });

  it("finds none during an open call", () => {
    expect(findGaps({ start: 0, end: 10, children: [{ start: 0, end: null }] }, 10)).toEqual([]);
  });

  it("finds none when a call outlives the span", () => {
    expect(findGaps({ start: 0, end: 5, children: [{ start: 0, end: 9 }] }, 10)).toEqual([]);
  });
});
