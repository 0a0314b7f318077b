import { describe, expect, it } from "/console-tests/runner.js";
import { compareFields, compareValues } from "/console/analytics/differences.js";

describe("compareValues", () => {
  it("sorts values by the difference of their shares", () => {
    const rows = compareValues([{ k: "x" }, { k: "y" }], [{ k: "y" }, { k: "y" }, { k: "y" }, { k: "z" }], ({ k }) => [
      [k, k],
    ]);
    expect(rows.map(({ key, a, b, difference }) => [key, a, b, difference])).toEqual([
      ["x", 1, 0, 0.5],
      ["y", 1, 3, -0.25],
      ["z", 0, 1, -0.25],
    ]);
  });
});

describe("compareFields", () => {
  it("omits fields without a difference", () => {
    const fields = compareFields(
      [{ Http: { HttpStatus: 500, HttpMethod: "GET" } }],
      [{ Http: { HttpStatus: 200, HttpMethod: "GET" } }],
    );
    expect(fields.map(({ name }) => name)).toEqual(["status"]);
  });
});
