import { describe, expect, it } from "/console-tests/runner.js";
import { describeElement, statusRemark } from "/console/graph/descriptions.js";

describe("statusRemark", () => {
  it("names a status with a share of 2 % or more", () => {
    const remark = (ok, fault) =>
      statusRemark({ stats: { ok, fault, error: 0, throttle: 0, total: 100 } })?.text ?? null;
    expect([remark(100, 0), remark(97, 3), remark(99, 1)]).toEqual([null, "3 % faults", null]);
  });
});

describe("describeElement", () => {
  it("writes statistics and change in words", () => {
    const node = {
      stats: { total: 4, mean: 0.2, fault: 1, error: 0, throttle: 2 },
      change: { kind: "slower", text: "1 ms → 2 ms" },
    };
    expect(describeElement("api", node, "12 per minute")).toEqual(
      "api, 200 ms mean, 12 per minute, 1 fault, 2 throttled, slower: 1 ms → 2 ms",
    );
  });
});
