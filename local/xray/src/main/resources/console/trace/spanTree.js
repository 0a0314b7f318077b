// Tree of a trace's segments and subsegments, with each callee below the call that reached it. Nothing here is recursive,
// since a chain of calls may be of any length.
import { readSegmentDocument, subsegmentsOf } from "./segmentDocument.js";
import { spanStatus } from "./spanDetails.js";

const MIN_SECONDS = 0.001;

/**
 * A trace of BatchGetTraces → { roots, byId, start, end, segments, waiting }
 *
 * A span is { id, kind, doc, raw, name, start, end, status, inferred, parent, children, segment, size }: raw is the document,
 * doc what could be read of it, size the number of spans below it. A root may be circular (its own callee calls it) or lack
 * its parent (parentMissing). Ids are unique: where documents share one, all but the
 * first get a number ("…~7").
 *
 * waiting: the documents, as text, of independent subsegments whose parent is missing, which BatchGetTraces leaves out; they
 * become roots.
 */
export function buildSpanTree(trace, waiting = []) {
  const byId = new Map();
  const segments = (trace.Segments ?? []).map((segment) => addDocument(parse(segment), "segment", byId));
  const apart = waiting.map((Document) => addDocument(parse({ Document }), "subsegment", byId));
  const tops = [...segments, ...apart];
  markCycles(tops, byId);
  const roots = [];
  for (const span of tops) {
    const caller = span.circular ? null : byId.get(span.doc.parent_id);
    if (caller) attach(span, caller);
    else roots.push(span);
    span.parentMissing = !span.circular && !caller && /[1-9a-f]/i.test(span.doc.parent_id ?? "");
  }
  roots.sort(byStart);
  const spans = [...byId.values()];
  for (const span of spans) span.children.sort(byStart);
  countDescendants(roots);
  const start = spans.reduce((least, span) => Math.min(least, span.start), Infinity);
  const end = spans.reduce((most, span) => Math.max(most, span.end ?? span.start), -Infinity);
  return { roots, byId, start, end: end > start ? end : start + MIN_SECONDS, segments, waiting: apart };
}

/** Depth first, parents before their children: calls visit(span, depth), and enters the children unless that is false. */
export function walk(roots, visit) {
  const open = [];
  const push = (spans, depth) => {
    for (let i = spans.length - 1; i >= 0; i--) open.push({ span: spans[i], depth });
  };
  push(roots, 0);
  while (open.length) {
    const { span, depth } = open.pop();
    if (visit(span, depth) !== false) push(span.children, depth + 1);
  }
}

function parse({ Id, Document }) {
  try {
    return JSON.parse(Document);
  } catch {
    return { id: Id, name: "unreadable document", document: Document };
  }
}

function addDocument(document, kind, byId) {
  const top = toSpan(document, kind, null, byId);
  const spans = [top];
  for (const span of spans) {
    for (const each of subsegmentsOf(span.raw)) {
      const child = toSpan(each, "subsegment", span, byId);
      span.children.push(child);
      spans.push(child);
    }
  }
  return top;
}

function toSpan(raw, kind, owner, byId) {
  const doc = readSegmentDocument(raw);
  const start = doc.start_time ?? owner?.start ?? 0;
  const span = {
    id: uniqueId(doc.id ?? "", byId),
    kind,
    doc,
    raw,
    name: doc.name ?? "",
    start,
    end: doc.end_time === undefined ? null : Math.max(doc.end_time, start),
    status: spanStatus(doc),
    inferred: doc.inferred === true,
    parent: owner,
    children: [],
    size: 0,
  };
  span.segment = owner?.segment ?? span;
  byId.set(span.id, span);
  return span;
}

function uniqueId(id, byId) {
  return id && !byId.has(id) ? id : `${id}~${byId.size + 1}`;
}

function attach(span, caller) {
  span.parent = caller;
  caller.children.push(span);
}

/**
 * Marks the earliest document of each cycle as circular: one that is called, by way of others, by itself. Each has one caller
 * at most, so following the callers either ends or meets a document of the same path.
 */
function markCycles(tops, byId) {
  const callerOf = (top) => byId.get(top.doc.parent_id)?.segment;
  const done = new Set();
  for (const first of tops) {
    const path = new Set();
    let top = first;
    for (; top && !done.has(top) && !path.has(top); top = callerOf(top)) path.add(top);
    if (path.has(top)) earliest(top, callerOf).circular = true;
    for (const each of path) done.add(each);
  }
}

/** The earliest document of the cycle that one is part of. */
function earliest(member, callerOf) {
  let found = member;
  for (let next = callerOf(member); next !== member; next = callerOf(next)) if (next.start < found.start) found = next;
  return found;
}

function countDescendants(roots) {
  const spans = [];
  walk(roots, (span) => void spans.push(span));
  for (const span of spans.reverse()) for (const child of span.children) span.size += 1 + child.size;
}

function byStart(a, b) {
  return a.start - b.start;
}
