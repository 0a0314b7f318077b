import { describe, expect, it } from "/console-tests/runner.js";
import { nodeIdentity, spanDetail, spanStatus } from "/console/trace/spanDetails.js";

describe("span details", () => {
  it("read the status from flags and HTTP status", () => {
    const documents = [
      { http: { response: { status: 429 } }, error: true },
      { http: { response: { status: 503 } } },
      { error: true },
      { in_progress: true },
      { end_time: 1 },
    ];
    expect(documents.map(spanStatus)).toEqual(["throttle", "fault", "error", "pending", "ok"]);
  });

  it("describe calls to AWS, SQL and HTTP", () => {
    const documents = [
      { aws: { operation: "GetItem", table_name: "T" } },
      { sql: { sanitized_query: "SELECT 1" } },
      { http: { request: { method: "GET", url: "http://h:1/p?q" } } },
      {},
    ];
    expect(documents.map((doc) => spanDetail({ doc }))).toEqual(["GetItem T", "SELECT 1", "GET /p?q", ""]);
  });

  it("name the node in the service graph", () => {
    const spans = [
      { name: "DynamoDb", doc: { aws: { table_name: "T" } } },
      { name: "x", doc: { inferred: true } },
      { name: "y", doc: { origin: "AWS::EC2::Instance" } },
    ];
    expect(spans.map(nodeIdentity)).toEqual([
      { name: "T", type: "AWS::DynamoDB::Table" },
      { name: "x", type: "remote" },
      { name: "y", type: "AWS::EC2::Instance" },
    ]);
  });
});
