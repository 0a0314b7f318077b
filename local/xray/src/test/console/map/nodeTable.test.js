import { describe, expect, it } from "/console-tests/runner.js";
import { sortNodes } from "/console/map/nodeTable.js";

const node = (name, total, fault, mean) => ({ name, type: "", rate: total, stats: { total, fault, mean } });
const nodes = [node("cart", 10, 1, 0.2), node("Audit", 40, 0, 0.1), node("basket", 20, 20, 0.2)];
const sorted = (text) => sortNodes(nodes, text).map(({ name }) => name);

describe("sortNodes", () => {
  it("has the busiest first by default", () => {
    expect(sorted(undefined)).toEqual(["Audit", "basket", "cart"]);
    expect(sorted("nonsense")).toEqual(["Audit", "basket", "cart"]);
  });

  it("sorts names upwards, in upper and lower case", () => {
    expect(sorted("node")).toEqual(["Audit", "basket", "cart"]);
    expect(sorted("-node")).toEqual(["cart", "basket", "Audit"]);
  });

  it("sorts by shares and times, the busiest first among equal ones", () => {
    expect(sorted("faults")).toEqual(["basket", "cart", "Audit"]);
    expect(sorted("mean")).toEqual(["basket", "cart", "Audit"]);
    expect(sorted("-mean")).toEqual(["Audit", "basket", "cart"]);
  });
});
