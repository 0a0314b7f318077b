import { describe, expect, it } from "/console-tests/runner.js";
import { ruleConditions, toApiRule } from "/console/configuration/samplingPage.js";

describe("sampling rule", () => {
  it("is described by its conditions", () => {
    expect(ruleConditions({ ServiceName: "*", Host: "*" })).toEqual("every request");
    expect(ruleConditions({ ServiceName: "orders", URLPath: "/api/*", Attributes: { tier: "gold" } })).toEqual(
      "Service = orders, Path = /api/*, tier = gold",
    );
  });

  it("reads its attributes from lines", () => {
    expect(toApiRule({ Priority: 1, Attributes: " a = b=c \n\n d=e" })).toEqual({
      Priority: 1,
      Attributes: { a: "b=c", d: "e" },
    });
  });
});
