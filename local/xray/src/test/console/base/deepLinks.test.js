import { describe, expect, it } from "/console-tests/runner.js";
import { linkOf, ownLink } from "/console/base/deepLinks.js";
import { parseRoute } from "/console/base/router.js";

const ID = "1-6b0dd6ce-a18009e51eb0e8653c5aef9d";
const AWS = "https://us-east-1.console.aws.amazon.com";

const view = (fragment) => {
  const { screen, id, params } = parseRoute(ownLink(fragment));
  return [screen, id, params];
};

describe("ownLink", () => {
  it("keeps own links", () => {
    const links = ["", "#/service-map", `#/traces/${ID}?span=a&range=PT1H`, "#/traces?filter=fault&range=PT5M&page=2"];
    expect(links.map(ownLink)).toEqual(links);
  });

  // X-Ray Developer Guide, "Deep linking": times are in UTC, to seconds or minutes, with one digit or two.
  it("follows links of X-Ray's console", () => {
    const expected = {
      "#/traces?filter=http.url%20CONTAINS%20%22x%22&timeRange=PT1H": [
        "traces",
        null,
        { filter: 'http.url CONTAINS "x"', range: "PT1H" },
      ],
      "#/service-map?timeRange=2026-11-30T19:00:00~2026-11-30T21:00:00": [
        "service-map",
        null,
        { range: "2026-11-30T19:00:00.000Z~2026-11-30T21:00:00.000Z" },
      ],
      "#/traces?timeRange=2018-2-01T16:00~2018-2-01T22:00": [
        "traces",
        null,
        { range: "2018-02-01T16:00:00.000Z~2018-02-01T22:00:00.000Z" },
      ],
      "#/traces?timeRange=2018-02-01T16:00:00.5%2B01:00~2018-02-01T22:00:00Z": [
        "traces",
        null,
        { range: "2018-02-01T15:00:00.500Z~2018-02-01T22:00:00.000Z" },
      ],
      "#/service-map?timeRange=1517500800,1517504400": [
        "service-map",
        null,
        { range: "2018-02-01T16:00:00.000Z~2018-02-01T17:00:00.000Z" },
      ],
      [`#/traces/${ID}/raw`]: ["traces", ID, {}],
      "#/traces/6b0dd6cea18009e51eb0e8653c5aef9d?timeRange=PT1H": ["traces", ID, { range: "PT1H" }],
      [`#/traces?filter=${ID}&timeRange=PT1H`]: ["traces", ID, { range: "PT1H" }],
      "#/traces?timeRange=yesterday": ["traces", null, { range: "yesterday" }],
      "#/sampling": ["configuration", "sampling", {}],
    };
    for (const [fragment, expectation] of Object.entries(expected)) expect(view(fragment)).toEqual(expectation);
  });

  // Forms that the CloudWatch console writes; delta is in milliseconds.
  it("follows links of the CloudWatch console", () => {
    const query =
      "~(query~(filter~()~expression~'service*28id*28name*3a*20*22shop*22*29*29)~context~(xrayGroup~'slow~timeRange~(delta~21600000)))";
    const expected = {
      [`#xray:traces/${ID}`]: ["traces", ID, {}],
      [`#xray:traces/${ID}?~(query~()~context~(timeRange~(end~'2022-10-21T10*3a30*3a00.000Z~start~'2022-10-21T09*3a00*3a00.000Z)))`]:
        ["traces", ID, { range: "2022-10-21T09:00:00.000Z~2022-10-21T10:30:00.000Z" }],
      [`#xray:traces/query?${query}`]: [
        "traces",
        null,
        { filter: 'service(id(name: "shop"))', group: "slow", range: "PT21600S" },
      ],
      [`#xray:traces/query?${encodeURIComponent(query)}`]: [
        "traces",
        null,
        { filter: 'service(id(name: "shop"))', group: "slow", range: "PT21600S" },
      ],
      "#xray:traces/query": ["traces", null, {}],
      "#xray:service-map/map?~(query~()~context~(timeRange~(delta~300000)))": [
        "service-map",
        null,
        { range: "PT300S" },
      ],
      "#xray:service-map/": ["service-map", null, {}],
      "#xray:analytics?~(query~(expression~'fault))": ["analytics", null, { filter: "fault" }],
      "#xray:traces/query?~(cut~off": ["traces", null, {}],
    };
    for (const [fragment, expectation] of Object.entries(expected)) expect(view(fragment)).toEqual(expectation);
  });

  it("changes no link a second time", () => {
    const links = [`#xray:traces/${ID}`, "#/traces?timeRange=PT1H", "#/service-map?timeRange=x~y", "#/sampling"];
    expect(links.map((link) => ownLink(ownLink(link)))).toEqual(links.map(ownLink));
  });
});

describe("linkOf", () => {
  it("leads to a trace by its id, its headers or a console's address", () => {
    const texts = [
      ID,
      `Root=${ID};Sampled=1`,
      `http://localhost:2000/#/traces/${ID}`,
      `${AWS}/xray/home?region=us-east-1#/traces/${ID}`,
      `${AWS}/cloudwatch/home?region=us-east-1#xray:traces/${ID}`,
    ];
    expect(texts.map(linkOf)).toEqual(texts.map(() => `#/traces/${ID}`));
  });

  it("leads to other views by their address", () => {
    expect(linkOf(`${AWS}/xray/home#/service-map?timeRange=PT1H`)).toEqual("#/service-map?range=PT1H");
    expect(linkOf("http://localhost:2000/#/traces?range=PT1M&filter=fault")).toEqual("#/traces?range=PT1M&filter=fault");
  });

  it("is null for filter expressions and other addresses", () => {
    const texts = ["", "fault", 'http.url = "http://localhost/#/traces"', "http://localhost:8080/", "https://example.com/#/x"];
    expect(texts.map(linkOf)).toEqual(texts.map(() => null));
  });
});
