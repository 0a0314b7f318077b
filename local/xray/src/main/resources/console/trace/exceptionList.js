// The exceptions of a segment with their stacks.
import { el } from "../base/dom.js";
import { exceptionChain } from "./exceptionChain.js";

/** cause: from readSegmentDocument. */
export function exceptionList(cause, { byId }) {
  return [
    cause.message && el("p", {}, el("bdi", {}, cause.message)),
    exceptionChain(cause, byId).map(exception),
    cause.working_directory && el("p", { class: "hint" }, `Working directory ${cause.working_directory}`),
  ];
}

function exception({ type, message, reference, remote, depth, stack: frames, truncated }) {
  return el(
    "section",
    { class: "exception" },
    depth > 0 && el("p", { class: "caused" }, "caused by"),
    el("h3", {}, el("bdi", {}, type ?? reference ?? "Exception"), remote && el("span", { class: "tag" }, "remote")),
    message && el("p", { class: "exception-message" }, el("bdi", {}, message)),
    frames?.length && stack(frames, truncated),
  );
}

function stack(frames, truncated) {
  const lines = frames.map(({ label, path, line }) =>
    el("li", {}, el("span", {}, label ?? "?"), el("i", {}, `${path ?? "?"}${line === undefined ? "" : `:${line}`}`)),
  );
  const rest = truncated > 0 ? el("li", { class: "hint" }, `… ${truncated} more`) : null;
  return el(
    "details",
    { open: true },
    el("summary", {}, `Stack, ${frames.length} ${frames.length === 1 ? "frame" : "frames"}`),
    el("ol", { class: "stack" }, lines, rest),
  );
}
