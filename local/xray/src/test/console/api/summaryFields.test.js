import { describe, expect, it } from "/console-tests/runner.js";
import { fieldValues, summaryField } from "/console/api/summaryFields.js";

describe("summary fields", () => {
  it("lists each node once, without clients", () => {
    const trace = { ServiceIds: [{ Name: "a", Type: "client" }, { Name: "b" }, { Name: "b", Type: "remote" }] };
    expect(fieldValues(trace, summaryField("service"))).toEqual(["b"]);
  });

  it("filters a boolean annotation without quotes", () => {
    expect(summaryField("annotation.paid").filter(true)).toEqual("annotation.paid = true");
  });
});
