import { describe, expect, it } from "/console-tests/runner.js";
import { percentagePoints } from "/console/analytics/shareCells.js";

describe("percentagePoints", () => {
  it("are signed, with a decimal below ten", () => {
    expect([0.324, 0.041, -0.041, 0.0004, 0, -1].map(percentagePoints)).toEqual([
      "+32",
      "+4.1",
      "−4.1",
      "0",
      "0",
      "−100",
    ]);
  });
});
