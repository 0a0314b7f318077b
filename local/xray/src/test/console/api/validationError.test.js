import { describe, expect, it } from "/console-tests/runner.js";
import { constraintInWords } from "/console/api/validationError.js";

const of = (constraint) =>
  constraintInWords(
    `1 validation error detected: Value '0' at 'samplingRule.priority' failed to satisfy constraint: ${constraint}`,
    "Priority",
  );

describe("constraintInWords", () => {
  it("names the field and its bound", () => {
    expect(of("Member must have value greater than or equal to 1")).toEqual("Priority must be at least 1");
    expect(of("Member must have value less than or equal to 9999")).toEqual("Priority must be at most 9999");
    expect(of("Member must have length less than or equal to 32")).toEqual("Priority must have at most 32 characters");
    expect(of("Member must not be null")).toEqual("Priority must be given");
  });

  it("is the first of several", () => {
    expect(of("Member must not be null; Value '' at 'x' failed to satisfy constraint: Member must …")).toEqual(
      "Priority must be given",
    );
  });

  it("leaves other messages", () => {
    expect(constraintInWords("Filter Expression is empty", "FilterExpression")).toEqual("Filter Expression is empty");
  });
});
