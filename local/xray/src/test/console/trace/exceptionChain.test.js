import { describe, expect, it } from "/console-tests/runner.js";
import { exceptionChain } from "/console/trace/exceptionChain.js";

const chain = (cause, byId = new Map()) => exceptionChain(cause, byId).map(({ type, depth }) => [type, depth]);

describe("exceptionChain", () => {
  it("puts each exception before its cause", () => {
    const exceptions = [
      { id: "2", type: "Inner" },
      { id: "1", type: "Outer", cause: "2" },
    ];
    expect(chain({ exceptions })).toEqual([
      ["Outer", 0],
      ["Inner", 1],
    ]);
  });

  it("contains exceptions without an id, and those that share one", () => {
    const exceptions = [{ type: "A" }, { type: "B" }, { id: "1", type: "C" }, { id: "1", type: "D" }];
    expect(chain({ exceptions })).toEqual([
      ["A", 0],
      ["B", 0],
      ["C", 0],
      ["D", 0],
    ]);
  });

  it("contains each exception of a cycle once", () => {
    const exceptions = [
      { id: "1", type: "A", cause: "2" },
      { id: "2", type: "B", cause: "1" },
      { id: "3", type: "C", cause: "3" },
    ];
    expect(chain({ exceptions })).toEqual([
      ["A", 0],
      ["B", 1],
      ["C", 0],
    ]);
  });

  it("finds an exception by its id elsewhere in the trace, with what caused it", () => {
    const exceptions = [
      { id: "1", type: "A", cause: "2" },
      { id: "2", type: "B" },
    ];
    const byId = new Map([["s", { doc: { cause: { exceptions } } }]]);
    expect(chain("1", byId)).toEqual([
      ["A", 0],
      ["B", 1],
    ]);
    expect(exceptionChain("9", byId)).toEqual([{ reference: "9", depth: 0 }]);
  });

  it("finds the exceptions of an entity by its id, as X-Ray's SDK for Node.js refers to them", () => {
    const byId = new Map([["s", { doc: { cause: { exceptions: [{ type: "A" }] } } }]]);
    expect(chain({ id: "s", exceptions: [] }, byId)).toEqual([["A", 0]]);
    expect(chain({ id: "s", exceptions: [{ type: "B" }] }, byId)).toEqual([["B", 0]]);
    expect(exceptionChain({ id: "9" }, byId)).toEqual([{ reference: "9", depth: 0 }]);
  });
});
