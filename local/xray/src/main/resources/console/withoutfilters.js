// Stands in for filter expressions on an X-Ray Local that can't evaluate them yet: of an expression, it applies what
// a trace's summary can answer (which nodes it went through, the root's outcome, the response time) and names the rest.

const STRING = String.raw`"(?:\\.|[^"\\])*"`;
const NODE = String.raw`id\((?:${STRING}|[^")])*\)|${STRING}`;

const TERMS = [
  [new RegExp(String.raw`^edge\(\s*(${NODE})\s*,\s*(${NODE})\s*\)`, "i"), (_, from, to) => (trace) => touches(trace, from) && touches(trace, to)],
  [new RegExp(String.raw`^service\(\s*(${NODE})?\s*\)`, "i"), (_, node) => (trace) => !node || touches(trace, node)],
  [/^(responsetime|duration)\s*(>=|<=|>|<|=)\s*([\d.]+)/i, (_, name, operator, value) => (trace) => compare(name.toLowerCase() === "duration" ? trace.Duration : trace.ResponseTime, operator, Number(value))],
  [/^http\.status\s*(>=|<=|>|<|=)\s*(\d+)/i, (_, operator, value) => (trace) => compare(trace.Http?.HttpStatus, operator, Number(value))],
  [/^http\.(url|method)\s*(=|CONTAINS|BEGINSWITH|ENDSWITH)\s*("(?:\\.|[^"\\])*")/i, (_, name, operator, value) => (trace) => matches(trace.Http?.[name.toLowerCase() === "url" ? "HttpURL" : "HttpMethod"], operator, unquote(value))],
  [/^user\s*=\s*("(?:\\.|[^"\\])*")/i, (_, value) => (trace) => (trace.Users ?? []).some(({ UserName }) => UserName === unquote(value))],
  [/^annotation\.([\w.]+)\s*=\s*("(?:\\.|[^"\\])*"|[\w.+-]+)/i, (_, key, value) => (trace) => (trace.Annotations?.[key] ?? []).some(({ AnnotationValue }) => Object.values(AnnotationValue).some((own) => own !== null && String(own) === unquote(value)))],
  [/^(ok|error|fault|throttle)\b(?!\s*=)/i, (_, status) => (trace) => statusOf(trace) === status.toLowerCase()],
];

/** True when the API refused because it has no filter expressions. */
export function isUnsupported(error) {
  return error.status === 400 && /not support filter expressions/i.test(error.message);
}

/** → { matches(trace), ignored: "…" or null } */
export function approximate(expression) {
  const tests = [];
  const ignored = [];
  let rest = expression;
  while ((rest = rest.replace(/^\s*(AND\b)?\s*/i, ""))) {
    const found = TERMS.map(([pattern, make]) => [pattern.exec(rest), make]).find(([match]) => match);
    const part = found ? found[0][0] : (/^\{[^}]*\}/.exec(rest) ?? [rest])[0];
    if (found) tests.push(found[1](...found[0]));
    else ignored.push(part);
    rest = rest.slice(part.length);
  }
  return { matches: (trace) => tests.every((test) => test(trace)), ignored: ignored.length ? ignored.join(" ") : null };
}

function touches(trace, selector) {
  const field = (name) => new RegExp(`${name}\\s*:\\s*("(?:\\\\.|[^"\\\\])*")`).exec(selector)?.[1];
  const [name, type] = selector.startsWith('"') ? [selector, null] : [field("name"), field("type")];
  return (trace.ServiceIds ?? []).some((id) => (!name || id.Name === unquote(name)) && (!type || (id.Type ?? "") === unquote(type)));
}

function compare(own, operator, value) {
  if (own === null || own === undefined) return false;
  return { ">=": own >= value, "<=": own <= value, ">": own > value, "<": own < value, "=": own === value }[operator];
}

function matches(own, operator, value) {
  const text = own ?? "";
  return { "=": text === value, CONTAINS: text.includes(value), BEGINSWITH: text.startsWith(value), ENDSWITH: text.endsWith(value) }[operator.toUpperCase()];
}

function statusOf({ HasFault, HasError, HasThrottle }) {
  return HasThrottle ? "throttle" : HasFault ? "fault" : HasError ? "error" : "ok";
}

function unquote(text) {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, "$1") : text;
}
