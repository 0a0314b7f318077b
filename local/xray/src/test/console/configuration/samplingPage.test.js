import { describe, expect, it } from "/console-tests/runner.js";
import { boostText, ruleConditions, toApiRule } from "/console/configuration/samplingPage.js";

describe("sampling rule", () => {
  it("is described by its conditions", () => {
    expect(ruleConditions({ ServiceName: "*", Host: "*" })).toEqual("every request");
    expect(ruleConditions({ ServiceName: "orders", URLPath: "/api/*", Attributes: { tier: "gold" } })).toEqual(
      "Service = orders, Path = /api/*, tier = gold",
    );
  });

  it("has a boost if the form has a rate for it", () => {
    expect(toApiRule({ Priority: 1, MaxRate: 0.5, CooldownWindowMinutes: 5 })).toEqual({
      Priority: 1,
      SamplingRateBoost: { MaxRate: 0.5, CooldownWindowMinutes: 5 },
    });
    expect(toApiRule({ Priority: 1, MaxRate: undefined, CooldownWindowMinutes: 5 })).toEqual({ Priority: 1 });
    expect(boostText({ MaxRate: 0.5, CooldownWindowMinutes: 5 })).toEqual("50 %, every 5 min");
    expect(boostText({ MaxRate: 0.5, CooldownWindowMinutes: 0 })).toEqual("50 %");
  });

  it("reads its attributes from lines", () => {
    expect(toApiRule({ Priority: 1, Attributes: " a = b=c \n\n d=e" })).toEqual({
      Priority: 1,
      Attributes: { a: "b=c", d: "e" },
    });
  });
});
