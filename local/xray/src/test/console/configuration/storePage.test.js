import { describe, expect, it } from "/console-tests/runner.js";
import { documentCounters } from "/console/configuration/storePage.js";

describe("documentCounters", () => {
  it("are labelled, with one counter for each reason", () => {
    expect(documentCounters({ spansTaken: 1234, rejectedByReason: { InvalidId: 2 } })).toEqual([
      ["Spans taken", "1,234"],
      ["Rejected: InvalidId", "2"],
    ]);
  });
});
