// Fields of trace summaries by name: URL, status, method, node, user, client address, or an annotation.
import { annotationName, quote } from "./filterExpression.js";
import { urlPattern, urlPatternFilter } from "./urlPattern.js";

const FIELDS = {
  url: {
    label: "URL",
    display: withoutOrigin,
    values: (trace) => [trace.Http?.HttpURL],
    filter: (value) => `http.url = ${quote(value)}`,
    join: urlPattern,
    joinedFilter: urlPatternFilter,
  },
  status: { label: "Status", values: (trace) => [trace.Http?.HttpStatus], filter: (value) => `http.status = ${value}` },
  method: {
    label: "Method",
    values: (trace) => [trace.Http?.HttpMethod],
    filter: (value) => `http.method = ${quote(value)}`,
  },
  service: {
    label: "Node",
    values: (trace) => (trace.ServiceIds ?? []).filter(({ Type }) => Type !== "client").map(({ Name }) => Name),
    filter: (value) => `service(${quote(value)})`,
  },
  user: {
    label: "User",
    values: (trace) => (trace.Users ?? []).map(({ UserName }) => UserName),
    filter: (value) => `user = ${quote(value)}`,
  },
  agent: {
    label: "User agent",
    values: (trace) => [trace.Http?.UserAgent],
    filter: (value) => `http.useragent = ${quote(value)}`,
  },
  address: {
    label: "Client address",
    values: (trace) => [trace.Http?.ClientIp],
    filter: (value) => `http.clientip = ${quote(value)}`,
  },
};

/**
 * The field named "url", "status", … or "annotation.<key>": { label, values(trace), filter(value), display? }. A field whose values
 * can be joined for groups has join(value) and joinedFilter(joined), too.
 */
export function summaryField(name) {
  if (Object.hasOwn(FIELDS, name)) return FIELDS[name];
  const key = name.replace(/^annotation\./, "");
  return {
    label: key,
    values: (trace) => (trace.Annotations?.[key] ?? []).map(({ AnnotationValue }) => annotationValue(AnnotationValue)),
    filter: (value) => `${annotationName(key)} = ${typeof value === "string" ? quote(value) : value}`,
  };
}

/** The names of all fields, with those of the annotations in these traces. */
export function fieldNames(traces) {
  const keys = new Set(traces.flatMap(({ Annotations }) => Object.keys(Annotations ?? {})));
  return [...Object.keys(FIELDS), ...[...keys].sort().map((key) => `annotation.${key}`)];
}

/** Patterns are no URLs, so that they aren't read as such. */
function withoutOrigin(url) {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "") || "/";
}

/** A field's distinct values in one trace, without empty ones. */
export function fieldValues(trace, field) {
  return [...new Set(field.values(trace))].filter((value) => value !== undefined && value !== null && value !== "");
}

export function annotationValue(value) {
  return value?.StringValue ?? value?.NumberValue ?? value?.BooleanValue ?? null;
}
