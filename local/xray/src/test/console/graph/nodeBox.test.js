import { describe, expect, it } from "/console-tests/runner.js";
import { nodeBox, nodeTitle, RADIUS } from "/console/graph/nodeBox.js";

describe("nodeTitle", () => {
  it("is short", () => {
    const nodes = [
      { name: "x", type: "client" },
      { name: "https://sqs.us-east-1.amazonaws.com/1/placed", type: "" },
      { name: "y".repeat(40), type: "" },
    ];
    expect(nodes.map(nodeTitle)).toEqual(["Client", "placed", "yyyyyyyyyyyyyyyyyyyyyyy…"]);
  });
});

describe("nodeBox", () => {
  const short = nodeBox({ name: "a", type: "" });
  const long = nodeBox({ name: "recommendationservice", type: "" });

  it("is as wide as the figures need, and wider for a long name", () => {
    expect(short.width).toEqual(nodeBox({ name: "b", type: "" }).width);
    expect(long.width > short.width).toEqual(true);
  });

  it("contains the ring, with the text beside it", () => {
    expect(long.ring - RADIUS > -long.width / 2).toEqual(true);
    expect(long.text > long.ring + RADIUS).toEqual(true);
  });

  it("is as wide as its longest line, and as an earlier width", () => {
    const remark = nodeBox({ name: "a", type: "" }, ["a", "1 ms", "100 % → 99.9 % of requests throttled"]);
    expect(remark.width > short.width).toEqual(true);
    expect(nodeBox({ name: "a", type: "" }, ["a"], 400).width).toEqual(400);
  });

  it("leaves a long name a smaller font when only names are written", () => {
    expect(short.farSize).toEqual(20);
    expect(long.farSize < 20 && long.farSize > 14).toEqual(true);
  });
});
