// One trace as a tree: segments and subsegments, each callee under the call that reached it.

/** BatchGetTraces' trace → { roots, byId, start, end, segments } */
export function toTree(trace) {
  const byId = new Map();
  const segments = (trace.Segments ?? []).map(({ Document }) => toSpan(JSON.parse(Document), "segment", null, byId));
  const roots = [];
  for (const span of segments) {
    const caller = byId.get(span.doc.parent_id);
    if (caller && caller !== span) attach(span, caller);
    else roots.push(span);
  }
  const spans = [...byId.values()];
  for (const span of spans) span.children.sort(byStart);
  roots.sort(byStart);
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end ?? span.start));
  return { roots, byId, start, end: end > start ? end : start + 0.001, segments };
}

function toSpan(doc, kind, owner, byId) {
  const span = {
    id: doc.id,
    kind,
    doc,
    name: doc.name ?? "",
    start: doc.start_time ?? 0,
    end: doc.end_time ?? null,
    status: statusOf(doc),
    inferred: doc.inferred === true,
    parent: owner,
    children: [],
  };
  span.segment = kind === "segment" ? span : owner.segment;
  byId.set(doc.id, span);
  for (const child of doc.subsegments ?? []) span.children.push(toSpan(child, "subsegment", span, byId));
  return span;
}

function attach(span, caller) {
  span.parent = caller;
  caller.children.push(span);
}

/** The first that is true wins, as in the service graph. */
export function statusOf(doc) {
  const code = doc.http?.response?.status;
  if (doc.throttle || code === 429) return "throttle";
  if (doc.fault || code >= 500) return "fault";
  if (doc.error || code >= 400) return "error";
  return doc.in_progress || (doc.end_time === undefined && !doc.inferred) ? "pending" : "ok";
}

/** What the call was about: "GetItem ProductCatalog", "GET /products/1", "SELECT …". */
export function detailOf({ doc }) {
  const { aws, http, sql } = doc;
  const table = aws?.table_name ?? (Array.isArray(aws?.table_names) ? aws.table_names.join(", ") : null);
  if (aws?.operation) return [aws.operation, table ?? aws.queue_url ?? aws.bucket_name ?? aws.topic_arn ?? aws.function_name].filter(Boolean).join(" ");
  if (sql) return sql.sanitized_query ?? sql.url ?? "SQL";
  if (http?.request) return [http.request.method, http.request.url && pathOf(http.request.url)].filter(Boolean).join(" ");
  return "";
}

function pathOf(url) {
  return url.replace(/^[a-z]+:\/\/[^/]+/i, "") || "/";
}

/** The name and type that the service map gives an inferred segment. */
export function identityOf({ name, doc }) {
  const { aws, origin, namespace } = doc;
  if (/^dynamodb$/i.test(name) && aws?.table_name) return { name: aws.table_name, type: "AWS::DynamoDB::Table" };
  if (/^sqs$/i.test(name) && aws?.queue_url) return { name: aws.queue_url, type: "AWS::SQS::Queue" };
  if (/^s3$/i.test(name) && aws?.bucket_name) return { name: aws.bucket_name, type: "AWS::S3::Bucket" };
  return { name, type: origin ?? (doc.inferred && (namespace === "remote" || !aws?.operation) ? "remote" : "") };
}

/** Depth first; what lies under a collapsed span is left out. → [{ span, depth }] */
export function toRows(roots, collapsed) {
  const rows = [];
  const visit = (span, depth) => {
    rows.push({ span, depth });
    if (!collapsed.has(span.id)) for (const child of span.children) visit(child, depth + 1);
  };
  for (const root of roots) visit(root, 0);
  return rows;
}

/** In a large trace, what is fine and lies deep starts collapsed. */
export function initiallyCollapsed(roots, largest = 400) {
  const collapsed = new Set();
  if (toRows(roots, collapsed).length <= largest) return collapsed;
  const visit = (span, depth) => {
    const troubled = span.children.map((child) => visit(child, depth + 1)).some(Boolean);
    if (depth >= 2 && !troubled && span.children.length) collapsed.add(span.id);
    return troubled || span.status === "fault" || span.status === "throttle";
  };
  for (const root of roots) visit(root, 0);
  return collapsed;
}

/**
 * The ids of what the caller waited for: from the end backwards, the child that ended last, then what ended
 * before that one began. What outlived its caller counts up to the caller's end.
 */
export function criticalPath(root) {
  const path = new Set();
  const visit = (span) => {
    path.add(span.id);
    let cursor = span.end ?? span.start;
    const latestFirst = span.children.filter(({ end }) => end !== null).sort((a, b) => b.end - a.end);
    for (const child of latestFirst) {
      if (child.start >= cursor || Math.min(child.end, span.end ?? child.end) > cursor + 0.0005) continue;
      visit(child);
      cursor = child.start;
    }
  };
  if (root) visit(root);
  return path;
}

/** The exceptions of a cause, outermost first, each followed by what caused it. */
export function exceptionChain(cause, byId) {
  if (typeof cause === "string") return [{ reference: cause, ...findException(cause, byId) }];
  const exceptions = cause?.exceptions ?? [];
  const known = new Map(exceptions.map((exception) => [exception.id, exception]));
  const causes = new Set(exceptions.map((exception) => exception.cause).filter(Boolean));
  const chain = [];
  const follow = (exception, depth) => {
    if (!exception || chain.some((link) => link.id === exception.id)) return;
    chain.push({ ...exception, depth });
    follow(known.get(exception.cause), depth + 1);
  };
  for (const exception of exceptions.filter(({ id }) => !causes.has(id))) follow(exception, 0);
  for (const exception of exceptions) follow(exception, 0);
  return chain;
}

function findException(id, byId) {
  for (const { doc } of byId.values()) {
    const found = (doc.cause?.exceptions ?? []).find((exception) => exception.id === id);
    if (found) return found;
  }
  return {};
}

function byStart(a, b) {
  return a.start - b.start;
}
