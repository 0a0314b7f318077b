import { describe, expect, it } from "/console-tests/runner.js";
import { exceptionChain } from "/console/trace/exceptionChain.js";

describe("exceptionChain", () => {
  it("puts each exception before its cause", () => {
    const chain = exceptionChain({ exceptions: [{ id: "1", cause: "2" }, { id: "2" }] }, new Map());
    expect(chain.map(({ id, depth }) => [id, depth])).toEqual([
      ["1", 0],
      ["2", 1],
    ]);
  });
});
