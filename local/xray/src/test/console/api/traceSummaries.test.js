import { describe, expect, it } from "/console-tests/runner.js";
import { fetchTraces, summaryStatus } from "/console/api/traceSummaries.js";

/** Two pages of two traces each. */
const twoPages = async (range, filter, token) => ({ TraceSummaries: [1, 2], NextToken: token ? null : "more" });
const endless = async () => ({ TraceSummaries: [1, 2], NextToken: "more" });

describe("fetchTraces", () => {
  it("cuts a page at the limit, which makes a sample", async () => {
    expect(await fetchTraces({}, { most: 3, read: twoPages })).toEqual({ traces: [1, 2, 1], complete: false });
  });

  it("is complete when the last page reaches the limit", async () => {
    expect(await fetchTraces({}, { most: 4, read: twoPages })).toEqual({ traces: [1, 2, 1, 2], complete: true });
  });

  it("is a sample when pages remain", async () => {
    expect(await fetchTraces({}, { most: 2, read: endless })).toEqual({ traces: [1, 2], complete: false });
  });
});

describe("summaryStatus", () => {
  it("prefers throttle to fault to error", () => {
    const summaries = [
      {},
      { HasError: true },
      { HasError: true, HasThrottle: true },
      { HasFault: true, HasError: true },
    ];
    expect(summaries.map(summaryStatus)).toEqual(["ok", "error", "throttle", "fault"]);
  });
});
