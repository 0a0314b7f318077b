import { describe, expect, it } from "/console-tests/runner.js";

describe("expect", () => {
  it("accepts equal values", () => {
    expect({ a: [1, null, { b: "c" }] }).toEqual({ a: [1, null, { b: "c" }] });
    expect(NaN).toEqual(NaN);
  });

  it("rejects different values", () => {
    const pairs = [
      [1, 2],
      [1, "1"],
      [null, undefined],
      [[1], [1, 2]],
      [{ a: 1 }, { b: 1 }],
      [{ a: undefined }, {}],
      [[], {}],
      [new Map(), {}],
    ];
    for (const [a, b] of pairs) expect(() => expect(a).toEqual(b)).toThrow("expected");
  });

  it("names both values", () => {
    expect(() => expect([1]).toEqual([2])).toThrow("expected [2], but was [1]");
  });

  it("rejects a function that doesn't throw", () => {
    expect(() => expect(() => {}).toThrow("x")).toThrow("there was none");
    expect(() =>
      expect(() => {
        throw new Error("y");
      }).toThrow("x"),
    ).toThrow('but was "y"');
  });
});
