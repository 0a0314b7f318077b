import { describe, expect, it } from "/console-tests/runner.js";
import { histogramTicks, linearTicks, percentile, toHistogram, toHistograms } from "/console/chart/distribution.js";

describe("percentile", () => {
  it("weighs entries by their count", () => {
    expect(
      [0.5, 0.9, 1].map((p) =>
        percentile(
          [
            { Value: 3, Count: 1 },
            { Value: 1, Count: 9 },
          ],
          p,
        ),
      ),
    ).toEqual([1, 1, 3]);
  });

  it("is null without entries", () => {
    expect(percentile([], 0.5)).toEqual(null);
  });
});

describe("histogram", () => {
  it("counts entries per bar", () => {
    expect(
      toHistogram(
        [
          { Value: 0.1, Count: 1 },
          { Value: 0.2, Count: 3 },
        ],
        2,
      ).bars.map(({ count }) => count),
    ).toEqual([1, 3]);
  });

  it("is logarithmic for skewed times", () => {
    expect(
      toHistogram([
        { Value: 0.001, Count: 99 },
        { Value: 9, Count: 1 },
      ]).logarithmic,
    ).toEqual(true);
  });

  it("puts several lists on one scale", () => {
    const histograms = toHistograms([[{ Value: 0.1, Count: 1 }], [{ Value: 0.2, Count: 4 }]], 2);
    expect(histograms.map(({ bars }) => bars.map(({ share }) => share))).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it("is null without entries", () => {
    expect([toHistograms([[], []]), toHistogram([])]).toEqual([null, null]);
  });
});

describe("ticks", () => {
  it("are round", () => {
    expect(linearTicks(0, 1, 4)).toEqual([0, 0.5, 1]);
  });

  it("of a linear histogram have equal steps", () => {
    expect(histogramTicks(toHistogram([{ Value: 0.52, Count: 1 }]), 5)).toEqual([0, 0.2, 0.4]);
  });

  it("of a wide logarithmic histogram are powers of ten", () => {
    expect(
      histogramTicks(
        toHistogram([
          { Value: 0.01, Count: 99 },
          { Value: 9, Count: 1 },
        ]),
      ),
    ).toEqual([0.01, 0.1, 1]);
  });
});
