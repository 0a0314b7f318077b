import { describe, expect, it } from "/console-tests/runner.js";
import { volumeByStatus } from "/console/api/traceVolume.js";

describe("volumeByStatus", () => {
  it("counts traces by start time and status; late ones in the last interval, early ones in none", () => {
    const traces = [
      { StartTime: 1 },
      { StartTime: 9, HasFault: true },
      { StartTime: 10 },
      { StartTime: 99 },
      { StartTime: -1 },
    ];
    const stacks = volumeByStatus(traces, { start: 0, end: 10 }, 2);
    expect(stacks.map(({ from, to, values }) => [from, to, values.ok, values.fault])).toEqual([
      [0, 5, 1, 0],
      [5, 10, 2, 1],
    ]);
  });
});
