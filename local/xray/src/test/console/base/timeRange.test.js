import { describe, expect, it } from "/console-tests/runner.js";
import { isRange, parseRange } from "/console/base/timeRange.js";

const limits = ({ start, end }) => [start, end];

describe("parseRange", () => {
  it("reads a relative range", () => {
    expect(limits(parseRange("PT1M", 100))).toEqual([40, 100]);
  });

  it("takes the default range for an invalid text", () => {
    expect(limits(parseRange("nonsense", 1000))).toEqual([700, 1000]);
  });

  it("reads any ISO 8601 duration, and names it", () => {
    const read = (text) => [parseRange(text).seconds, parseRange(text).text, parseRange(text).label];
    expect(["PT30M", "PT300S", "P1D", "PT1H30M", "PT45S"].map(read)).toEqual([
      [1800, "PT30M", "last 30 min"],
      [300, "PT5M", "last 5 min"],
      [86400, "P1D", "last 1 day"],
      [5400, "PT1H30M", "last 90 min"],
      [45, "PT45S", "last 45 s"],
    ]);
  });

  it("tells a range from other texts", () => {
    const texts = ["PT5M", "2026-01-01T00:00:00Z~2026-01-01T01:00:00Z", "P", "PT", "PT0S", "5 min", "2~1", "1~9e99", ""];
    expect(texts.map(isRange)).toEqual([true, true, false, false, false, false, false, false, false]);
  });
});
