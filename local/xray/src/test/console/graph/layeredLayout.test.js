import { describe, expect, it } from "/console-tests/runner.js";
import { layeredLayout } from "/console/graph/layeredLayout.js";

const nodes = (keys, width = 100, height = 60) => keys.map((key) => ({ key, width, height }));
const edge = (from, to, key = from + to) => ({ key, from: { key: from }, to: { key: to } });

describe("layeredLayout", () => {
  it("places a chain from left to right", () => {
    const { places } = layeredLayout({ nodes: nodes(["a", "b", "c"]), edges: [edge("a", "b"), edge("b", "c")] });
    expect([...places].map(([key, { x }]) => [key, x])).toEqual([
      ["a", 70],
      ["b", 286],
      ["c", 502],
    ]);
  });

  it("places siblings below each other, and routes no edge from a node to itself", () => {
    const { places, routes } = layeredLayout({
      nodes: nodes(["a", "b", "c"]),
      edges: [edge("a", "b"), edge("a", "c"), selfEdge("a")],
    });
    const [a, b, c] = ["a", "b", "c"].map((key) => places.get(key));
    expect(b.x > a.x).toEqual(true);
    expect(b.x).toEqual(c.x);
    expect(Math.abs(b.y - c.y) >= 60).toEqual(true);
    expect(routes.has("self")).toEqual(false);
  });

  it("makes an edge horizontal at its label", () => {
    const { bends, label } = layeredLayout({ nodes: nodes(["a", "b"]), edges: [edge("a", "b")] }).routes.get("ab");
    expect(bends.every(({ y }) => y === label.y)).toEqual(true);
    expect(bends[0].x < label.x).toEqual(true);
    expect(bends.at(-1).x > label.x).toEqual(true);
  });

  it("reserves no space for labels in a graph with many edges", () => {
    const keys = [..."abcdefghijklmnop"];
    const edges = keys.flatMap((from, i) => keys.slice(i + 1).map((to) => edge(from, to)));
    const { routes } = layeredLayout({ nodes: nodes(keys, 10, 10), edges });
    expect([...routes.values()].filter(({ label }) => label !== null).length).toEqual(0);
  });
});

/** Both ends are one object, as in the graph of a service that calls itself. */
function selfEdge(key) {
  const node = { key };
  return { key: "self", from: node, to: node };
}
