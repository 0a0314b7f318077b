// Builds filter expressions.
import { STATUSES } from "./serviceGraph.js";

/** Selects the traces that contain a node. */
export function nodeSelector({ name, type }) {
  return `service(${identity(name, type)})`;
}

/** Selects the traces that contain an edge. */
export function edgeSelector({ from, to }) {
  return `edge(${identity(from.name, from.type)}, ${identity(to.name, to.type)})`;
}

/** Adds statuses and a response-time range to a selector: service("api") { responsetime >= 1 AND (fault OR error) }. */
export function narrowSelector(selector, statuses, times) {
  const conditions = [];
  if (times)
    conditions.push(`responsetime >= ${secondsLiteral(times.from)} AND responsetime <= ${secondsLiteral(times.to)}`);
  if (statuses.length && statuses.length < STATUSES.length) {
    conditions.push(statuses.length > 1 ? `(${statuses.join(" OR ")})` : statuses[0]);
  }
  return conditions.length ? `${selector} { ${conditions.join(" AND ")} }` : selector;
}

export function quote(text) {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

export function secondsLiteral(value) {
  return String(Number(value.toFixed(3)));
}

function identity(name, type) {
  return type ? `id(name: ${quote(name)}, type: ${quote(type)})` : quote(name);
}

/** Adds a condition to an expression, which may be empty. */
export function and(filter, condition) {
  if (!filter) return condition;
  return `${/\bOR\b/i.test(filter) ? `(${filter})` : filter} AND ${condition}`;
}

/** The filter expression for the traces of a group that match a filter, each optional; empty for all traces. */
export function combineWithGroup(group, filter) {
  const inGroup = group ? `group.name = ${quote(group)}` : "";
  if (!filter) return inGroup;
  return inGroup ? and(filter, inGroup) : filter;
}

/** The keyword of an annotation: annotation.order_id, or annotation[order id] if the key is not an identifier. */
export function annotationName(key) {
  return /^[a-z_][a-z0-9_]*$/i.test(key) ? `annotation.${key}` : `annotation[${key}]`;
}

/** Beyond this many seconds a response time was probably meant in milliseconds. */
const MANY_SECONDS = 10;

/** A string, which is skipped, or a comparison of a time with a number. */
const TIME_COMPARISON = /"(?:[^"\\]|\\.)*"|\b((?:responsetime|duration)\s*(?:>=|<=|!=|=|>|<)\s*)(\d+(?:\.\d+)?)/gi;

/**
 * Times in filters are in seconds. If one looks like milliseconds: { seconds, filter }, the largest such number as it was
 * written, and the filter with all of them divided by 1,000; else null.
 */
export function millisecondsHint(filter) {
  let most = 0;
  const inSeconds = (filter ?? "").replace(TIME_COMPARISON, (text, comparison, number) => {
    if (!comparison || Number(number) < MANY_SECONDS) return text;
    most = Math.max(most, Number(number));
    return `${comparison}${secondsLiteral(Number(number) / 1000)}`;
  });
  return most ? { seconds: most, filter: inSeconds } : null;
}
