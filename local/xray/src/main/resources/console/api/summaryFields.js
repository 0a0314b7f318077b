// What a trace summary says about a trace, by name: URL, status, method, node, user, client, or any annotation.
import { urlPath } from "../base/format.js";
import { quote } from "./serviceGraph.js";

const FIELDS = {
  url: { label: "URL", display: urlPath, values: (trace) => [trace.Http?.HttpURL], filter: (value) => `http.url = ${quote(value)}` },
  status: { label: "Status", values: (trace) => [trace.Http?.HttpStatus], filter: (value) => `http.status = ${value}` },
  method: { label: "Method", values: (trace) => [trace.Http?.HttpMethod], filter: (value) => `http.method = ${quote(value)}` },
  service: {
    label: "Node",
    values: (trace) => (trace.ServiceIds ?? []).filter(({ Type }) => Type !== "client").map(({ Name }) => Name),
    filter: (value) => `service(${quote(value)})`,
  },
  user: { label: "User", values: (trace) => (trace.Users ?? []).map(({ UserName }) => UserName), filter: (value) => `user = ${quote(value)}` },
  agent: { label: "User agent", values: (trace) => [trace.Http?.UserAgent], filter: (value) => `http.useragent = ${quote(value)}` },
  address: { label: "Client address", values: (trace) => [trace.Http?.ClientIp], filter: (value) => `http.clientip = ${quote(value)}` },
};

/** The field called "url", "status" … or "annotation.<key>": { label, values(trace), filter(value), display? }. */
export function fieldOf(name) {
  if (Object.hasOwn(FIELDS, name)) return FIELDS[name];
  const key = name.replace(/^annotation\./, "");
  return {
    label: key,
    values: (trace) => (trace.Annotations?.[key] ?? []).map(({ AnnotationValue }) => annotationValue(AnnotationValue)),
    filter: (value) => `${annotationName(key)} = ${typeof value === "string" ? quote(value) : value}`,
  };
}

/** The names of all fields that these traces can be told apart by. */
export function fieldsOf(traces) {
  const keys = new Set(traces.flatMap(({ Annotations }) => Object.keys(Annotations ?? {})));
  return [...Object.keys(FIELDS), ...[...keys].sort().map((key) => `annotation.${key}`)];
}

/** A field's distinct values in one trace; what is missing is left out. */
export function valuesIn(trace, field) {
  return [...new Set(field.values(trace))].filter((value) => value !== undefined && value !== null && value !== "");
}

/** How a filter expression names an annotation: annotation.order_id, or annotation[order id] where the key is unusual. */
export function annotationName(key) {
  return /^[a-z_][a-z0-9_]*$/i.test(key) ? `annotation.${key}` : `annotation[${key}]`;
}

export function annotationValue(value) {
  return value?.StringValue ?? value?.NumberValue ?? value?.BooleanValue ?? null;
}
