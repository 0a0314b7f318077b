// Trace ids in the forms in which logs, headers and consoles write them.

const PREFIX = String.raw`^(?:(?:[\w-]+|trace\.id)\s*[:=]\s*)?`;
const XRAY_ID = "1-([0-9a-f]{8})-([0-9a-f]{24})";
const BARE_ID = new RegExp(`${PREFIX}${XRAY_ID}(?:@[0-9a-f]{16})?$`, "i");
const W3C_ID = new RegExp(`${PREFIX}([0-9a-f]{8})([0-9a-f]{24})$`, "i");
const TRACEPARENT = new RegExp(`${PREFIX}[0-9a-f]{2}-([0-9a-f]{8})([0-9a-f]{24})-[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?$`, "i");
const HEADER = new RegExp(`${PREFIX}(?:[\\w-]+=[^;]*;\\s*)*(Root|Self)=${XRAY_ID}(?:\\s*;.*)?$`, "i");
const ROOT = new RegExp(`(?:^|[\\s;:=])Root=${XRAY_ID}`, "i");

/**
 * The trace id in a text, in X-Ray's form; null if the text is anything else, such as a filter expression. A trace id is
 * X-Ray's (1-<8>-<24>) or W3C's (32 digits), alone, after a name ("trace_id=…"), in quotes, or in a whole
 * X-Amzn-Trace-Id or traceparent header.
 */
export function traceIdOf(text) {
  const trimmed = String(text ?? "").trim().replace(/^(["'`])(.*)\1$/, "$2").trim();
  const header = HEADER.exec(trimmed);
  if (header) return join(ROOT.exec(trimmed)?.slice(1) ?? header.slice(2));
  const found = BARE_ID.exec(trimmed) ?? W3C_ID.exec(trimmed) ?? TRACEPARENT.exec(trimmed);
  return found && join(found.slice(1));
}

/** W3C reserves the id of zeros for "no trace". */
function join([epoch, unique]) {
  const id = `1-${epoch}-${unique}`.toLowerCase();
  return /[1-9a-f]/.test(epoch + unique) ? id : null;
}
