// Tree of a trace's segments and subsegments, with each callee below the call that reached it.
import { spanStatus } from "./spanDetails.js";

/** A trace of BatchGetTraces → { roots, byId, start, end, segments } */
export function buildSpanTree(trace) {
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
    status: spanStatus(doc),
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

function byStart(a, b) {
  return a.start - b.start;
}
