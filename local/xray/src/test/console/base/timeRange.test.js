import { describe, expect, it } from "/console-tests/runner.js";
import { parseRange } from "/console/base/timeRange.js";

const limits = ({ start, end }) => [start, end];

describe("parseRange", () => {
  it("reads a relative range", () => {
    expect(limits(parseRange("PT1M", 100))).toEqual([40, 100]);
  });

  it("takes the default range for an invalid text", () => {
    expect(limits(parseRange("nonsense", 1000))).toEqual([700, 1000]);
  });
});
