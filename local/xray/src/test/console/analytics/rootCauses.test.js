import { describe, expect, it } from "/console-tests/runner.js";
import { prevailingKind, rootCauseFilter, rootCausePath } from "/console/analytics/rootCauses.js";

describe("rootCausePath", () => {
  it("lists services with their entities and exceptions, without the service's own segment", () => {
    const entities = [{ Name: "a" }, { Name: "call", Exceptions: [{ Name: "E", Message: "m" }] }];
    expect(
      rootCausePath({
        Services: [
          { Name: "a", EntityPath: entities },
          { Name: "b", Inferred: true },
        ],
      }),
    ).toEqual([
      { service: "a", type: "", inferred: false, entities: ["call"], exceptions: [{ name: "E", message: "m" }] },
      { service: "b", type: "", inferred: true, entities: [], exceptions: [] },
    ]);
  });
});

describe("rootCauseFilter", () => {
  it("contains the path as JSON, without coverage", () => {
    expect(
      rootCauseFilter("fault", { Services: [{ Name: 'a"b', EntityPath: [{ Name: "a", Coverage: 0.9 }] }] }),
    ).toEqual('rootcause.fault.json = #[{"Services":[{"Name":"a\\"b","EntityPath":[{"Name":"a"}]}]}]');
  });
});

describe("prevailingKind", () => {
  const row = (a, b) => ({ a, b });
  const compared = (fault, error) => [
    { kind: "responsetime", rows: [row(9, 9)] },
    { kind: "fault", rows: fault },
    { kind: "error", rows: error },
  ];

  it("is what failed most in set A, or in B if A has no failures", () => {
    expect(prevailingKind(compared([row(0, 9)], [row(2, 0)])).kind).toEqual("error");
    expect(prevailingKind(compared([row(0, 9)], [row(0, 1)])).kind).toEqual("fault");
    expect(prevailingKind(compared([], [])).kind).toEqual("responsetime");
  });
});
