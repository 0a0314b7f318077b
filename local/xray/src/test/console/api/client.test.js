import { describe, expect, it } from "/console-tests/runner.js";
import { ApiError } from "/console/api/client.js";

describe("ApiError", () => {
  it("has the column of its message, counted from 0", () => {
    expect(new ApiError("no viable input at line 1, column 8").column).toEqual(7);
    expect(new ApiError("x").column).toEqual(null);
  });

  it("is unreachable without a status", () => {
    expect(new ApiError("x", "Unreachable", 0).unreachable).toEqual(true);
  });
});
