import { describe, expect, it } from "/console-tests/runner.js";
import { toGraph, toStats, typeLabel } from "/console/api/serviceGraph.js";

describe("service graph", () => {
  it("labels node types", () => {
    expect(["", "client", "AWS::DynamoDB::Table", "AWS::EKS::Container"].map(typeLabel)).toEqual([
      "Service",
      "Client",
      "DynamoDB table",
      "EKS container",
    ]);
  });

  it("reads summary statistics", () => {
    const summary = {
      OkCount: 1,
      ErrorStatistics: { ThrottleCount: 2, OtherCount: 3 },
      FaultStatistics: { TotalCount: 4 },
      TotalCount: 10,
      TotalResponseTime: 5,
    };
    expect(toStats(summary)).toEqual({ ok: 1, error: 3, fault: 4, throttle: 2, total: 10, mean: 0.5 });
  });

  it("gives a client the statistics of its edges, and ignores edges to unknown nodes", () => {
    const edge = { ReferenceId: 1, SummaryStatistics: { TotalCount: 6, OkCount: 6, TotalResponseTime: 3 } };
    const response = {
      StartTime: 0,
      Services: [
        { ReferenceId: 1, Name: "b", Edges: [] },
        { ReferenceId: 0, Name: "b", Type: "client", Edges: [edge, { ReferenceId: 9 }] },
      ],
    };
    const { nodes } = toGraph(response, { start: 0, end: 120, seconds: 120 });
    expect(nodes.map(({ type, stats, rate }) => [type, stats.total, stats.mean, rate])).toEqual([
      ["", 0, null, 0],
      ["client", 6, 0.5, 3],
    ]);
  });
});
