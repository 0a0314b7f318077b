import { describe, expect, it } from "/console-tests/runner.js";
import { fieldInError } from "/console/configuration/editForm.js";

describe("fieldInError", () => {
  const fields = [{ name: "Priority" }, { name: "FilterExpression", type: "filter" }];
  const nameOf = (message, column) => fieldInError({ message, column }, fields)?.name ?? null;

  it("is the field that the message names", () => {
    expect(nameOf("Priority must be between 1 and 9999", null)).toEqual("Priority");
  });

  it("is the field that the path in a validation error names", () => {
    expect(nameOf("Value '0' at 'samplingRule.priority' failed to satisfy constraint", null)).toEqual("Priority");
  });

  it("is the field that the message names in two words", () => {
    expect(nameOf("Filter Expression is empty", null)).toEqual("FilterExpression");
  });

  it("is the filter expression if the message has a column", () => {
    expect(nameOf("mismatched input at column 3", 2)).toEqual("FilterExpression");
  });

  it("is none otherwise", () => {
    expect(nameOf("something else", null)).toEqual(null);
  });
});
