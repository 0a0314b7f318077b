import { describe, expect, it } from "/console-tests/runner.js";
import { parseJsUrl } from "/console/base/jsUrl.js";

describe("parseJsUrl", () => {
  it("reads objects, lists, texts, numbers and words", () => {
    expect(parseJsUrl("~(a~'x~b~(~1~-2.5~true~null)~c~(d~(e~'y*20*22z*22))~f~'~g~())")).toEqual({
      a: "x",
      b: [1, -2.5, true, null],
      c: { d: { e: 'y "z"' } },
      f: "",
      g: {},
    });
    expect(parseJsUrl("~'**20ac!*2a")).toEqual("€$*");
    expect(parseJsUrl("~(~)")).toEqual([]);
  });

  it("is undefined for other texts", () => {
    const texts = ["", "query", "~(", "~(a~'x", "~(a)", "~(a~1b)", "~(a~'x))", "~(~1"];
    expect(texts.map(parseJsUrl)).toEqual(texts.map(() => undefined));
  });
});
