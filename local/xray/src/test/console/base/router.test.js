import { describe, expect, it } from "/console-tests/runner.js";
import { href, parseRoute } from "/console/base/router.js";

describe("router", () => {
  it("parses its own links, and omits empty parameters", () => {
    const link = href("traces", { filter: 'a = "ü&#?"', range: "" }, "1-a/b");
    expect(parseRoute(link)).toEqual({ screen: "traces", id: "1-a/b", params: { filter: 'a = "ü&#?"' } });
  });

  it("links to an id that is no text at all", () => {
    expect(href("traces", {}, "\ud800")).toEqual("#/traces/%EF%BF%BD");
  });
});
