import { describe, expect, it } from "/console-tests/runner.js";
import { NodeSearch } from "/console/map/nodeSearch.js";

const nodes = [
  { name: "Orders", type: "client" },
  { name: "Orders", type: "AWS::DynamoDB::Table" },
  { name: "orderservice", type: "" },
];

function search(text) {
  const field = new NodeSearch({ onInput: () => {}, onEnter: () => {} });
  field.element.value = text;
  return field;
}

describe("node search", () => {
  it("matches names and types in any case", () => {
    expect(nodes.map((node) => search(" dynamodb ").matches(node))).toEqual([false, true, false]);
    expect(nodes.map((node) => search("ORDER").matches(node))).toEqual([true, true, true]);
  });

  it("finds the first node by name that is no client", () => {
    expect(search("order").find(nodes)).toEqual(nodes[1]);
    expect(search("dynamodb").find(nodes)).toEqual(undefined);
  });

  it("matches every node and finds none without a text", () => {
    expect(nodes.map((node) => search("").matches(node))).toEqual([true, true, true]);
    expect(search(" ").find(nodes)).toEqual(undefined);
  });
});
