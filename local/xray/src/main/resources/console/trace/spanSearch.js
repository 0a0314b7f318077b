// Search among a trace's spans, and the way from one span with trouble to the next.
import { walk } from "./spanTree.js";
import { spanDetail } from "./spanDetails.js";

/** The spans in the order of the timeline that are errors, faults or throttled; inferred ones repeat their caller's status. */
export function troubledSpans(roots) {
  return inOrder(roots).filter(({ status, inferred }) => !inferred && status !== "ok" && status !== "pending");
}

/**
 * The spans in the order of the timeline that contain each word in name, id, call, user, status, annotations or exceptions.
 * service: the name of the segment that they are in; without it and without words, none is found.
 */
export function matchingSpans(roots, text, service = "") {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length && !service) return [];
  return inOrder(roots).filter((span) => {
    if (service && serviceOf(span) !== service) return false;
    const content = words.length ? searchedText(span) : "";
    return words.every((word) => content.includes(word));
  });
}

/** The names of the segments, in the order of the timeline. */
export function servicesOf(roots) {
  return [...new Set(inOrder(roots).map(serviceOf))];
}

const serviceOf = ({ name, segment }) => segment?.name ?? name;

/** The span that follows (step 1) or precedes (step -1) one in a list, from the other end after the last; by id. */
export function neighbour(spans, id, step) {
  const at = spans.findIndex((span) => span.id === id);
  if (at < 0) return step > 0 ? spans[0] : spans.at(-1);
  return spans[(at + step + spans.length) % spans.length];
}

function inOrder(roots) {
  const spans = [];
  walk(roots, (span) => void spans.push(span));
  return spans;
}

function searchedText({ id, name, doc, raw, status }) {
  const exceptions = (doc.cause?.exceptions ?? []).flatMap(({ type, message }) => [type, message]);
  const { annotations, user } = raw;
  return [id, name, spanDetail({ doc }), status, doc.http?.response?.status, user, exceptions]
    .flat()
    .concat(annotations ? JSON.stringify(annotations) : [])
    .join(" ")
    .toLowerCase();
}
