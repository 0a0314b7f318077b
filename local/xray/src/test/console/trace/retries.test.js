import { describe, expect, it } from "/console-tests/runner.js";
import { retryAttempts } from "/console/trace/retries.js";

describe("retryAttempts", () => {
  it("numbers equal calls that follow a failure, and not what follows a success", () => {
    const call = (id, start, end, status) => ({ id, start, end, status, kind: "subsegment", name: "x", doc: {} });
    const children = [
      call("a", 0, 1, "fault"),
      call("b", 1, 2, "throttle"),
      call("c", 2, 3, "ok"),
      call("d", 3, 4, "ok"),
    ];
    expect([...retryAttempts({ byId: new Map([["p", { children }]]) })]).toEqual([
      ["a", { number: 1, of: 3 }],
      ["b", { number: 2, of: 3 }],
      ["c", { number: 3, of: 3 }],
    ]);
  });
});
