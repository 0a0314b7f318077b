// The exceptions of a segment with their stacks.
import { el } from "../base/dom.js";
import { copyButton } from "../ui/copyButton.js";
import { exceptionChain } from "./exceptionChain.js";

/** cause: from readSegmentDocument. */
export function exceptionList(cause, { byId }) {
  return [
    copyButton("Copy exceptions", () => stackText(cause, { byId })),
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
    el("li", {}, el("span", {}, breakable(label ?? "?")), el("i", {}, breakable(place(path, line)))),
  );
  const rest = truncated > 0 ? el("li", { class: "hint" }, `… ${truncated} more`) : null;
  return el(
    "details",
    { open: true },
    el("summary", {}, `Stack, ${frames.length} ${frames.length === 1 ? "frame" : "frames"}`),
    el("ol", { class: "stack" }, lines, rest),
  );
}

function place(path, line) {
  return `${path ?? "?"}${line === undefined ? "" : `:${line}`}`;
}

/** Lets a long name break after its dots, slashes and dollar signs, not in the middle of a word. */
function breakable(name) {
  return name.split(/(?<=[./$\\:])/).flatMap((part) => [part, el("wbr")]);
}

/** The exceptions as text, as a program prints them. */
export function stackText(cause, { byId }) {
  const texts = exceptionChain(cause, byId).map(
    ({ type, message: words, reference, depth, stack: frames, truncated }) =>
      [
        `${depth > 0 ? "Caused by: " : ""}${type ?? reference ?? "Exception"}${words ? `: ${words}` : ""}`,
        ...(frames ?? []).map(({ label, path, line }) => `    at ${label ?? "?"} (${place(path, line)})`),
        ...(truncated > 0 ? [`    … ${truncated} more`] : []),
      ].join("\n"),
  );
  return [...(cause.message ? [cause.message] : []), ...texts].join("\n");
}
