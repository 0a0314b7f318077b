// URLs that differ only by ids and query values, as one pattern: http://shop/products/{id}?page={…}.
import { quote } from "./filterExpression.js";

const ID = /^(\d+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|(?=.*\d)[0-9a-f]{8,}|(?=.*\d)[\w.~-]{16,})$/i;
const VARIABLE = /\{id\}|\{…\}/;

/** "http://shop/products/17?page=2" → "http://shop/products/{id}?page={…}"; a text that is no URL stays as it is. */
export function urlPattern(url) {
  const [, origin, path, query] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)([^?#]*)(\?[^#]*)?/i.exec(url) ?? [];
  if (origin === undefined) return url;
  const segments = path.split("/").map((segment) => (ID.test(segment) ? "{id}" : segment));
  return origin + segments.join("/") + (query ?? "").replace(/=[^&]*/g, "={…}");
}

/** A filter for the URLs of a pattern: their beginning and end, since filters know no pattern within a text. */
export function urlPatternFilter(pattern) {
  if (!VARIABLE.test(pattern)) return `http.url = ${quote(pattern)}`;
  const parts = pattern.split(new RegExp(VARIABLE, "g"));
  const begin = `http.url BEGINSWITH ${quote(parts[0])}`;
  const end = parts.at(-1);
  return end ? `${begin} AND http.url ENDSWITH ${quote(end)}` : begin;
}
