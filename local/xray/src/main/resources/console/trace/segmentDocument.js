// Segment documents as the console reads them. The API accepts fields of any type where X-Ray doesn't refuse them, so each
// field that the console relies on is read as the type that it should have.
// Decision: docs/adr/053-console-reads-any-document.md.

/** A text: a string as it is, any other value as JSON. */
const text = (value) => (typeof value === "string" ? value : (JSON.stringify(value) ?? undefined));

const number = (value) => {
  const read = typeof value === "string" && value.trim() ? Number(value) : value;
  return Number.isFinite(read) ? read : undefined;
};

const flag = (value) => (value === true ? true : undefined);

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

const object = (fields) => (value) => (isObject(value) ? read(fields, value) : undefined);

/** Without the elements that can't be read. */
const list = (element) => (value) =>
  Array.isArray(value)
    ? value.filter((each) => each !== null && each !== undefined).map(element).filter((each) => each !== undefined)
    : undefined;

/** A frame that is no object counts as its label; a missing one keeps its place in the stack. */
const frames = (value) =>
  Array.isArray(value)
    ? value.map((frame) =>
        isObject(frame) ? read({ path: text, line: text, label: text }, frame) : frame === null ? {} : { label: text(frame) },
      )
    : undefined;

const EXCEPTION = {
  id: text,
  type: text,
  message: text,
  cause: text,
  remote: flag,
  truncated: number,
  stack: frames,
};

const exception = (value) => (isObject(value) ? read(EXCEPTION, value) : { message: text(value) });

/** The id of an exception elsewhere in the trace, or an object; id: the entity that has the exception. */
const cause = (value) =>
  typeof value === "string"
    ? value
    : object({ id: text, message: text, working_directory: text, exceptions: list(exception) })(value);

const DOCUMENT = {
  id: text,
  name: text,
  parent_id: text,
  type: text,
  origin: text,
  namespace: text,
  start_time: number,
  end_time: number,
  fault: flag,
  error: flag,
  throttle: flag,
  in_progress: flag,
  inferred: flag,
  http: object({ request: object({ method: text, url: text }), response: object({ status: number }) }),
  aws: object({
    operation: text,
    table_name: text,
    table_names: list(text),
    queue_url: text,
    bucket_name: text,
    topic_arn: text,
    function_name: text,
    retries: number,
  }),
  sql: object({ sanitized_query: text, url: text }),
  cause,
  links: list(object({ trace_id: text, id: text })),
};

/** A parsed document → the fields in DOCUMENT that it has, each of its type. */
export function readSegmentDocument(document) {
  return isObject(document) ? read(DOCUMENT, document) : {};
}

/** The subsegments of a parsed document, as they are. */
export function subsegmentsOf(document) {
  return Array.isArray(document?.subsegments) ? document.subsegments.filter(isObject) : [];
}

function read(fields, value) {
  const found = {};
  for (const [name, type] of Object.entries(fields)) {
    const given = Object.hasOwn(value, name) ? value[name] : null;
    const typed = given === null ? undefined : type(given);
    if (typed !== undefined) found[name] = typed;
  }
  return found;
}
