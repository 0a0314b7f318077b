import { describe, expect, it } from "/console-tests/runner.js";
import { traceIdOf } from "/console/base/traceId.js";

const ID = "1-6b0dd6ce-a18009e51eb0e8653c5aef9d";
const W3C = "6b0dd6cea18009e51eb0e8653c5aef9d";

describe("traceIdOf", () => {
  it("reads a trace id in every form", () => {
    const texts = [
      ID,
      ` ${ID}\n`,
      ID.toUpperCase(),
      `"${ID}"`,
      `${ID}@53995c3f42cd8ad8`,
      `trace_id=${ID}`,
      `AWS-XRAY-TRACE-ID: ${ID}@53995c3f42cd8ad8`,
      W3C,
      W3C.toUpperCase(),
      `trace.id: ${W3C}`,
      `Root=${ID}`,
      `Root=${ID};Parent=53995c3f42cd8ad8;Sampled=1`,
      `X-Amzn-Trace-Id: Root=${ID};Parent=53995c3f42cd8ad8;Sampled=1;Lineage=a87bd80c:1|68fd508a:5`,
      `x-amzn-trace-id:Parent=53995c3f42cd8ad8;root=${ID}`,
      `Self=1-11111111-111111111111111111111111;Root=${ID}`,
      `Self=${ID}`,
      `_X_AMZN_TRACE_ID=Root=${ID};Parent=53995c3f42cd8ad8;Sampled=0`,
      `00-${W3C}-53995c3f42cd8ad8-01`,
      `traceparent: 00-${W3C}-53995c3f42cd8ad8-00`,
      `cc-${W3C}-53995c3f42cd8ad8-01-what-the-future-brings`,
    ];
    expect(texts.filter((text) => traceIdOf(text) !== ID)).toEqual([]);
  });

  it("reads nothing else", () => {
    const texts = [
      "",
      null,
      "fault",
      `annotation.trace = "${ID}"`,
      `http.url CONTAINS "${W3C}"`,
      `service("x") AND ${ID}`,
      ID.slice(0, -1),
      `${ID}0`,
      "0".repeat(32),
      "1-00000000-000000000000000000000000",
      `00-${"0".repeat(32)}-53995c3f42cd8ad8-01`,
      "6b0dd6ce-a180-09e5-1eb0-e8653c5aef9d",
    ];
    expect(texts.map(traceIdOf)).toEqual(texts.map(() => null));
  });
});
