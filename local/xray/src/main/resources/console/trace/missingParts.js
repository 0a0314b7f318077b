// What a trace waits for.
import { el } from "../base/dom.js";
import { count } from "../base/format.js";

const MAX_NAMES = 5;

/**
 * tree: with the documents that wait for their parent; answer: of /local/missing-parts.
 * → { parents, apart, callees, running }: ids of missing parents, the number of documents below them, ids of calls whose
 * callee hasn't reported, and the number of spans in progress.
 */
export function findMissingParts({ roots, byId }, { awaitingCallees = [], waiting = 0, documents = [] }) {
  const detached = roots.filter(({ parentMissing }) => parentMissing);
  return {
    parents: [...new Set(detached.map(({ doc }) => doc.parent_id))],
    apart: detached.length + Math.max(0, waiting - documents.length),
    callees: awaitingCallees.filter((id) => byId.has(id)),
    running: [...byId.values()].filter(({ end }) => end === null).length,
  };
}

/** A notice that says how many parts are missing; null for a whole trace. */
export function missingPartsNotice(parts, { byId }, onRefresh) {
  const { parents, apart, callees, running } = parts;
  const missing = parents.length + callees.length;
  if (!missing && !running) return null;
  const sentences = [
    missing && `${things(missing, "part")} of this trace ${missing === 1 ? "is" : "are"} missing.`,
    parents.length &&
      `${things(apart, "segment or subsegment", "segments and subsegments")} came without ${apart === 1 ? "its" : "their"} parent (${listed(parents)}), and ${apart === 1 ? "stands" : "stand"} apart.`,
    callees.length &&
      `No callee has reported for ${things(callees.length, "call")} (${listed(callees.map((id) => byId.get(id).name))}).`,
    running && `${things(running, "part")} ${running === 1 ? "is" : "are"} still in progress.`,
  ];
  return el(
    "p",
    { class: "notice missing-parts", role: "status" },
    el("span", {}, sentences.filter(Boolean).join(" ")),
    " ",
    el("button", { type: "button", class: "quiet small", onclick: onRefresh }, "Look again"),
  );
}

function things(n, one, many = `${one}s`) {
  return `${count(n)} ${n === 1 ? one : many}`;
}

function listed(names) {
  const shown = names.slice(0, MAX_NAMES).join(", ");
  return names.length > MAX_NAMES ? `${shown} and ${count(names.length - MAX_NAMES)} more` : shown;
}
