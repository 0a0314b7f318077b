import { describe, expect, it } from "/console-tests/runner.js";
import { compareLink } from "/console/api/events.js";

describe("compareLink", () => {
  it("compares the two minutes before an event with the two after it", () => {
    const before = "1970-01-01T00%3A18%3A00.000Z%7E1970-01-01T00%3A20%3A00.000Z";
    const after = "1970-01-01T00%3A20%3A00.000Z%7E1970-01-01T00%3A22%3A00.000Z";
    expect(compareLink({ time: 1200 })).toEqual(`#/compare?before=${before}&after=${after}`);
  });
});
