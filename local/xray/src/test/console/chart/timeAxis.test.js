import { describe, expect, it } from "/console-tests/runner.js";
import { clockTicks, clusterEvents } from "/console/chart/timeAxis.js";

describe("time axis", () => {
  it("has about as many ticks as asked for", () => {
    expect(
      [
        [0, 60],
        [0, 300],
        [0, 3600],
      ].map(([start, end]) => clockTicks({ start, end }, 4).length),
    ).toEqual([7, 6, 7]);
  });

  it("clusters events that are close together", () => {
    const clusters = clusterEvents([{ time: 9 }, { time: 1 }, { time: 8 }], (time) => time * 10, 15);
    expect(clusters.map(({ x, events }) => [x, events.length])).toEqual([
      [10, 1],
      [80, 2],
    ]);
  });
});
