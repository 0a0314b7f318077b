// Log records of a trace, all of them or those of one span.
import { el } from "../base/dom.js";
import { count, dateTime, duration } from "../base/format.js";

/** The parts of an exception come first, since they explain the rest. */
const STACK_TRACE = "exception.stacktrace";

const LEVELS = [
  [17, "fault"],
  [13, "error"],
];

/** "fault" from ERROR on, "error" for warnings, otherwise "ok": the colours that statuses have. */
export function severityLevel({ severityNumber = 0 }) {
  return LEVELS.find(([from]) => severityNumber >= from)?.[1] ?? "ok";
}

/** A record's text; a value that isn't text is JSON. */
export function logText({ body, event }) {
  if (body === "" || body === undefined || body === null) return event ?? "";
  return typeof body === "string" ? body : JSON.stringify(body);
}

/** The records that a span's program wrote while the span was the current one. */
export function logsOfSpan(records, id) {
  return records.filter(({ spanId }) => spanId === id);
}

/**
 * answer: of /local/logs; start: of the trace, in seconds since the epoch; byId: its spans; onSpan(id): opens a span's panel. Without
 * byId the column of spans is left out.
 */
export function logTable({ records, leftOut = 0 }, { start, byId = null, onSpan = null }) {
  if (!records.length) return noLogs();
  const columns = ["Time", "Severity", "Service", "Message", ...(byId ? ["Span"] : [])];
  return el(
    "div",
    { class: "trace-logs" },
    leftOut > 0 && el("p", { class: "notice" }, `${count(leftOut)} later records are left out.`),
    el(
      "table",
      { class: "logs" },
      el("caption", { class: "unseen" }, "Log records in order of time"),
      el("thead", {}, el("tr", {}, columns.map((name) => el("th", { scope: "col" }, name)))),
      el("tbody", {}, records.map((record) => row(record, start, byId, onSpan))),
    ),
  );
}

function noLogs() {
  return el(
    "p",
    { class: "empty-logs" },
    "There are no log records of this trace. Programs send them by OTLP, and only records with the trace's id are kept.",
  );
}

function row(record, start, byId, onSpan) {
  const span = byId?.get(record.spanId);
  return el(
    "tr",
    { "data-severity": severityLevel(record) },
    el("td", { class: "when", title: dateTime(record.time) }, offset(record.time - start)),
    el("td", { class: "severity" }, el("span", {}, record.severity || "–")),
    el("td", { title: record.logger ?? "" }, el("bdi", {}, record.service ?? "–")),
    el("td", { class: "message" }, el("bdi", {}, logText(record)), details(record)),
    byId &&
      el(
        "td",
        {},
        span && el("button", { type: "button", class: "quiet small", onclick: () => onSpan(span.id) }, span.name),
      ),
  );
}

/** Clocks of machines differ, so a record can be earlier than its trace. */
function offset(seconds) {
  return seconds < 0 ? `−${duration(-seconds)}` : `+${duration(seconds)}`;
}

function details({ attributes = {}, logger }) {
  const { [STACK_TRACE]: stack, ...rest } = attributes;
  const facts = { ...(logger && { logger }), ...rest };
  if (!stack && !Object.keys(facts).length) return null;
  return el(
    "details",
    {},
    el("summary", {}, stack ? "Stack trace" : "Attributes"),
    stack && el("pre", { tabindex: 0 }, String(stack)),
    Object.keys(facts).length > 0 && el("pre", { tabindex: 0 }, JSON.stringify(facts, null, 2)),
  );
}
