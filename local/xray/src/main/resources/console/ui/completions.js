// What may be written next in a filter expression: keywords, and names and values that the traces at hand contain.
import { quote } from "../api/serviceGraph.js";
import { annotationName, fieldOf, fieldsOf, valuesIn } from "../api/summaryFields.js";

const COMPARED = { "http.url": "url", "http.status": "status", "http.method": "method", user: "user", "http.useragent": "agent", "http.clientip": "address" };

/** The half-written word at the end of a text. */
export function wordOf(before) {
  return /(?:"[^"]*|[^\s(){}"]*)$/.exec(before)[0];
}

/** Summaries of traces → what they contain: { names, annotations, values(field name) }. */
export function knownIn(traces) {
  const distinct = (name) => [...new Set(traces.flatMap((trace) => valuesIn(trace, fieldOf(name))))];
  const annotations = fieldsOf(traces).filter((name) => name.startsWith("annotation.")).map((name) => name.slice("annotation.".length));
  return { names: distinct("service").sort(), annotations, values: distinct };
}

/** The text before the caret → [text, hint] pairs that may take the place of its last word. */
export function completions(before, { keywords = [], names = [], annotations = [], values = () => [] }) {
  const word = wordOf(before);
  const field = comparedField(before.slice(0, before.length - word.length));
  const matches = ([text]) => text.toLowerCase().startsWith(word.toLowerCase()) && text !== word;
  if (field) return values(field).map((value) => [typeof value === "string" ? quote(value) : String(value), "seen"]).filter(matches);
  return [
    ...keywords,
    ...annotations.map((key) => [`${annotationName(key)} = `, "annotation"]),
    ...names.map((name) => [`service(${quote(name)})`, "service"]),
    ...names.filter(() => word.startsWith('"')).map((name) => [quote(name), "name"]),
  ].filter(matches);
}

/** "… http.method = " → "method": the field whose values may follow; null elsewhere. */
function comparedField(before) {
  const found = /([\w.]+)\s*(?:=|!=|CONTAINS|BEGINSWITH|ENDSWITH)\s*$/i.exec(before);
  if (!found) return null;
  const name = found[1].toLowerCase();
  return name.startsWith("annotation.") ? `annotation.${found[1].slice("annotation.".length)}` : (COMPARED[name] ?? null);
}
