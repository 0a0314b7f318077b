import { describe, expect, it } from "/console-tests/runner.js";
import { clipBuckets, perMinute, timeBuckets } from "/console/api/graphSeries.js";

describe("graph series", () => {
  it("groups traces into whole minutes, clipped to the range", () => {
    const graph = { range: { start: 90, end: 200 }, traces: { found: [{ StartTime: 100 }, { StartTime: 190 }] } };
    expect(timeBuckets(graph).map(({ from, to, traces }) => [from, to, traces.length])).toEqual([
      [90, 120, 1],
      [120, 180, 0],
      [180, 200, 1],
    ]);
  });

  it("converts counts to counts per minute", () => {
    expect(perMinute({ ok: 10, error: 0, fault: 5, throttle: 0 }, 30).fault).toEqual(10);
  });

  it("sorts the API's buckets and clips them to the range", () => {
    const entries = [{ Timestamp: 180 }, { Timestamp: 120 }, { Timestamp: 60 }];
    expect(clipBuckets(entries, 60, { start: 90, end: 150 }).map(({ from, to }) => [from, to])).toEqual([
      [90, 120],
      [120, 150],
    ]);
  });
});
