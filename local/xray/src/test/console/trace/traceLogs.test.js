import { describe, expect, it } from "/console-tests/runner.js";
import { logTable, logText, logsOfSpan, severityLevel } from "/console/trace/traceLogs.js";
import { traceViews } from "/console/trace/traceViews.js";

const early = { time: 100.25, severity: "INFO", severityNumber: 9, body: "early", service: "cart", spanId: "a1" };
const late = {
  time: 101,
  severity: "ERROR",
  severityNumber: 17,
  body: "late",
  service: "order",
  logger: "com.example.Orders",
  spanId: "b2",
  attributes: { "exception.stacktrace": "java.io.IOException: gone\n\tat Orders.place", n: 7 },
};
const byId = new Map([["a1", { id: "a1", name: "GET /cart" }]]);
const cells = (row) => [...row.cells].map((cell) => cell.textContent);

describe("log records of a trace", () => {
  it("are rows with time since the trace began, severity, service, text and span", () => {
    const rows = [...logTable({ records: [early, late] }, { start: 100, byId, onSpan: () => {} }).querySelectorAll("tbody tr")];
    expect(cells(rows[0])).toEqual(["+250 ms", "INFO", "cart", "early", "GET /cart"]);
    expect(rows.map((row) => row.dataset.severity)).toEqual(["ok", "fault"]);
    expect(rows[1].querySelector("pre").textContent).toEqual(late.attributes["exception.stacktrace"]);
    expect(rows[1].querySelectorAll("pre")[1].textContent).toEqual(
      JSON.stringify({ logger: "com.example.Orders", n: 7 }, null, 2),
    );
  });

  it("open the panel of their span", () => {
    const opened = [];
    const table = logTable({ records: [early] }, { start: 100, byId, onSpan: (id) => opened.push(id) });
    table.querySelector("button").click();
    expect(opened).toEqual(["a1"]);
  });

  it("say that there are none, or that some are left out", () => {
    expect(logTable({ records: [] }, { start: 0 }).textContent.startsWith("There are no log records")).toEqual(true);
    const table = logTable({ records: [early], leftOut: 1200 }, { start: 100 });
    expect(table.querySelector(".notice").textContent).toEqual("1,200 later records are left out.");
  });

  it("belong to spans", () => {
    expect(logsOfSpan([early, late], "b2")).toEqual([late]);
  });

  it("earlier than the trace have a negative time", () => {
    const table = logTable({ records: [{ ...early, time: 99 }] }, { start: 100 });
    expect(table.querySelector(".when").textContent).toEqual("−1 s");
  });

  it("have the colour of their severity", () => {
    const levels = [0, 12, 13, 16, 17, 24].map((severityNumber) => severityLevel({ severityNumber }));
    expect(levels).toEqual(["ok", "ok", "error", "error", "fault", "fault"]);
  });

  it("without a body show the event, and other values as JSON", () => {
    expect(logText({ body: "", event: "cart.emptied" })).toEqual("cart.emptied");
    expect(logText({ body: { items: 2 } })).toEqual('{"items":2}');
  });
});

describe("views of a trace", () => {
  const element = () => document.createElement("div");
  it("are tabs; the second one is made when it is opened", () => {
    const opened = [];
    const parts = traceViews({
      records: 2,
      timeline: element(),
      logs: () => "records",
      open: false,
      onOpen: (logs) => opened.push(logs),
    });
    const [tabs, timeline, logs] = parts;
    expect([...tabs.children].map((tab) => tab.textContent)).toEqual(["Timeline", "Logs (2)"]);
    expect([timeline.hidden, logs.hidden, logs.textContent]).toEqual([false, true, ""]);
    tabs.children[1].click();
    expect([timeline.hidden, logs.hidden, logs.textContent]).toEqual([true, false, "records"]);
    expect(opened).toEqual([true]);
  });
});
