import { describe, expect, it } from "/console-tests/runner.js";
import { readSegmentDocument, subsegmentsOf } from "/console/trace/segmentDocument.js";

describe("readSegmentDocument", () => {
  it("reads each field as its type", () => {
    const document = {
      name: "a",
      start_time: 1.5,
      fault: true,
      http: { request: { url: "http://h/", method: "GET" }, response: { status: 503 } },
      aws: { table_names: ["T"], retries: 2 },
      links: [{ trace_id: "1-a", id: "b" }],
      unknown: 1,
    };
    const { unknown, ...read } = document;
    expect(readSegmentDocument(document)).toEqual(read);
  });

  it("reads a value of another type as JSON where a text belongs, and leaves it out elsewhere", () => {
    expect(
      readSegmentDocument({
        fault: "yes",
        error: 1,
        http: { request: { url: { href: "x" }, method: 7 }, response: { status: "503" } },
        aws: ["x"],
        sql: "SELECT",
        links: "1-a",
        namespace: null,
      }),
    ).toEqual({ http: { request: { url: '{"href":"x"}', method: "7" }, response: { status: 503 } } });
    expect(readSegmentDocument({ http: { response: { status: "" } }, aws: { table_names: [null, 1], retries: "x" } })).toEqual({
      http: { response: {} },
      aws: { table_names: ["1"] },
    });
    expect([null, [], "x"].map(readSegmentDocument)).toEqual([{}, {}, {}]);
  });

  it("reads exceptions and frames of any type", () => {
    const exceptions = [
      { id: "1", message: { code: 5 }, stack: [null, "at f", { label: null, line: 3, path: "/a.js" }] },
      null,
      "boom",
    ];
    expect(readSegmentDocument({ cause: { exceptions } }).cause.exceptions).toEqual([
      { id: "1", message: '{"code":5}', stack: [{}, { label: "at f" }, { path: "/a.js", line: "3" }] },
      { message: "boom" },
    ]);
    expect(readSegmentDocument({ cause: "00a1" }).cause).toEqual("00a1");
    expect(readSegmentDocument({ cause: { id: "00a1" } }).cause).toEqual({ id: "00a1" });
    expect(readSegmentDocument({ cause: [1] })).toEqual({});
  });
});

describe("subsegmentsOf", () => {
  it("leaves out what is no object", () => {
    expect(subsegmentsOf({ subsegments: [null, 1, { id: "a" }] })).toEqual([{ id: "a" }]);
    expect([null, {}, { subsegments: {} }].map(subsegmentsOf)).toEqual([[], [], []]);
  });
});
