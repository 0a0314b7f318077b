import { describe, expect, it } from "/console-tests/runner.js";
import { age, bytes, duration, exactAge, percent, rate, shortName, truncate, urlPath } from "/console/base/format.js";

describe("format", () => {
  it("writes durations in the unit that suits them", () => {
    expect([0.00001, 0.0042, 0.9994, 1.5, 75, null].map(duration)).toEqual([
      "0 ms",
      "4.2 ms",
      "999 ms",
      "1.5 s",
      "1 min 15 s",
      "–",
    ]);
  });

  it("writes rates per minute", () => {
    expect([0, 0.04, 9.96, 1234].map(rate)).toEqual(["0/min", "<0.1/min", "10/min", "1,234/min"]);
  });

  it("writes shares as percentages, and 100 % only for the whole", () => {
    expect([0, 0.0004, 0.032, 0.9996, 1].map(percent)).toEqual(["0 %", "<0.1 %", "3.2 %", "99 %", "100 %"]);
  });

  it("truncates between code points", () => {
    expect(truncate("a😀😀b", 3)).toEqual("a😀…");
  });

  it("shortens a queue's URL to its name", () => {
    expect(shortName("https://sqs.us-east-1.amazonaws.com/1234/orders")).toEqual("orders");
  });

  it("writes ages in the largest unit", () => {
    expect([0.4, 12, 90, 7300, 200000].map(age)).toEqual(["now", "12 s", "1 min", "2 h", "2 d"]);
  });

  it("writes sizes in B, KB and MB", () => {
    expect([10, 2048, 3 << 20].map(bytes)).toEqual(["10 B", "2 KB", "3 MB"]);
  });

  it("reduces a URL to path and query, and keeps what is no URL", () => {
    expect(urlPath("http://a/b?c=1")).toEqual("/b?c=1");
    expect(urlPath("nonsense")).toEqual("nonsense");
  });
});

describe("exactAge", () => {
  it("has two units", () => {
    expect([0.2, 4, 187, 180, 7500, 277200].map(exactAge)).toEqual(["now", "4 s", "3 min 7 s", "3 min", "2 h 5 min", "3 d 5 h"]);
  });
});
