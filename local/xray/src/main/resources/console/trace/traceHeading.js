// Heading of a trace: its request, response and figures.
import { el } from "../base/dom.js";
import { count, dateTime, duration } from "../base/format.js";
import { copyButton } from "../ui/copyButton.js";

/** trouble: the spans with trouble; onTrouble() leads to the first. */
export function traceHeading(trace, tree, { trouble, onTrouble }) {
  const root = tree.roots.find(({ inferred }) => !inferred) ?? tree.roots[0];
  const { request, response } = root.doc.http ?? {};
  const title = request?.url ? `${request.method ?? ""} ${request.url}` : root.name;
  const spans = [...tree.byId.values()];
  const reported = tree.segments.filter(({ inferred }) => !inferred);
  const inferred = tree.segments.length - reported.length;
  const subsegments = spans.filter(({ kind, segment }) => kind === "subsegment" && !segment.inferred).length;
  return el(
    "header",
    { class: "trace-head" },
    el("h1", {}, el("bdi", {}, title)),
    el(
      "dl",
      { class: "facts" },
      fact("Response", el("span", { class: `pill ${root.status}` }, response?.status ?? root.status)),
      fact("Duration", duration(trace.Duration ?? tree.end - tree.start)),
      fact("Started", dateTime(tree.start)),
      fact("Services", count(new Set(reported.map(({ name }) => name)).size)),
      fact("Segments", count(reported.length)),
      fact("Subsegments", count(subsegments)),
      fact("Inferred", count(inferred)),
      fact(
        "With trouble",
        trouble.length
          ? el("button", { type: "button", class: "link trouble-link", onclick: onTrouble }, count(trouble.length))
          : "0",
      ),
      fact("Trace id (also in every log line)", el("code", {}, trace.Id), copyButton("Copy", trace.Id)),
    ),
    trace.LimitExceeded &&
      el("p", { class: "notice" }, "This trace is larger than X-Ray keeps: later parts are missing."),
  );
}

function fact(term, ...value) {
  return el("div", {}, el("dt", {}, term), el("dd", {}, value));
}
