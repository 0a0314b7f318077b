import { describe, expect, it } from "/console-tests/runner.js";
import { ringArcs } from "/console/graph/statusRing.js";

describe("ringArcs", () => {
  it("keep a rare status visible", () => {
    expect(ringArcs({ ok: 999, error: 0, fault: 1, throttle: 0, total: 1000 }).map(({ length }) => length)).toEqual([
      98, 0, 2, 0,
    ]);
  });
});
