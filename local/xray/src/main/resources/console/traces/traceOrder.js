// Orders of the list of traces.
import { summaryStatus } from "../api/traceSummaries.js";

const SEVERITY = ["ok", "error", "throttle", "fault"];

/** What each order compares; the largest comes first unless it is reversed. */
const KEYS = {
  time: ({ StartTime }) => StartTime ?? 0,
  duration: traceSeconds,
  status: (trace) => SEVERITY.indexOf(summaryStatus(trace)) * 1000 + (trace.Http?.HttpStatus ?? 0),
};

const DEFAULT_ORDER = "time";

/** "duration" or "-duration", the reverse → { key, reversed }; newest first for any other text. */
export function parseOrder(text) {
  const key = String(text ?? "").replace(/^-/, "");
  return Object.hasOwn(KEYS, key) ? { key, reversed: text.startsWith("-") } : { key: DEFAULT_ORDER, reversed: false };
}

/** Whether an order is the one in which the API returns traces, so that the first page needn't wait for the others. */
export function isDefaultOrder(text) {
  const { key, reversed } = parseOrder(text);
  return key === DEFAULT_ORDER && !reversed;
}

/** The order to change to by a click on a column: the column's own, or its reverse. Null is the default order. */
export function nextOrder(text, column) {
  const { key, reversed } = parseOrder(text);
  const next = key === column && !reversed ? `-${column}` : column;
  return isDefaultOrder(next) ? null : next;
}

/** A sorted copy; newest first among equal ones. */
export function sortTraces(traces, text) {
  const { key, reversed } = parseOrder(text);
  const direction = reversed ? 1 : -1;
  const valueOf = KEYS[key];
  return [...traces].sort((a, b) => direction * (valueOf(a) - valueOf(b)) || KEYS.time(b) - KEYS.time(a));
}

/** The response time of the root, or the duration of the trace if that is unknown. */
export function traceSeconds({ ResponseTime, Duration }) {
  return ResponseTime ?? Duration ?? 0;
}
