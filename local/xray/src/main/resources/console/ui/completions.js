// Completions for filter expressions: keywords, and the names and values in the loaded traces.
import { annotationName, quote } from "../api/filterExpression.js";
import { fieldNames, fieldValues, summaryField } from "../api/summaryFields.js";

const COMPARABLE_FIELDS = {
  "http.url": "url",
  "http.status": "status",
  "http.method": "method",
  user: "user",
  "http.useragent": "agent",
  "http.clientip": "address",
};

/** The incomplete word at the end of a text. */
export function lastWord(before) {
  return /(?:"[^"]*|[^\s(){}"]*)$/.exec(before)[0];
}

/** The names and values in trace summaries: { names, annotations, values(field name) }. */
export function vocabularyOf(traces) {
  const distinct = (name) => [...new Set(traces.flatMap((trace) => fieldValues(trace, summaryField(name))))];
  const annotations = fieldNames(traces)
    .filter((name) => name.startsWith("annotation."))
    .map((name) => name.slice("annotation.".length));
  return { names: distinct("service").sort(), annotations, values: distinct };
}

/** The text before the caret → [text, hint] pairs that can replace its last word. */
export function completions(before, { keywords = [], names = [], annotations = [], values = () => [] }) {
  const word = lastWord(before);
  const field = comparedField(before.slice(0, before.length - word.length));
  const matches = ([text]) => text.toLowerCase().startsWith(word.toLowerCase()) && text !== word;
  if (field)
    return values(field)
      .map((value) => [typeof value === "string" ? quote(value) : String(value), "seen"])
      .filter(matches);
  return [
    ...keywords,
    ...annotations.map((key) => [`${annotationName(key)} = `, "annotation"]),
    ...names.map((name) => [`service(${quote(name)})`, "service"]),
    ...names.filter(() => word.startsWith('"')).map((name) => [quote(name), "name"]),
  ].filter(matches);
}

/** "… http.method = " → "method": the field whose values can follow; null elsewhere. */
function comparedField(before) {
  const found = /([\w.]+)\s*(?:=|!=|CONTAINS|BEGINSWITH|ENDSWITH)\s*$/i.exec(before);
  if (!found) return null;
  const name = found[1].toLowerCase();
  return name.startsWith("annotation.")
    ? `annotation.${found[1].slice("annotation.".length)}`
    : (COMPARABLE_FIELDS[name] ?? null);
}
