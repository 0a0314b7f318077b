import { describe, expect, it } from "/console-tests/runner.js";
import { iconName } from "/console/ui/icons.js";

describe("iconName", () => {
  it("depends on the node's type", () => {
    const types = [
      "client",
      "remote",
      "AWS::DynamoDB::Table",
      "AWS::SQS::Queue",
      "AWS::Lambda::Function",
      "Database::SQL",
      "AWS::EKS::Container",
      "",
    ];
    expect(types.map(iconName)).toEqual([
      "client",
      "remote",
      "table",
      "queue",
      "function",
      "database",
      "service",
      "service",
    ]);
  });
});
