// Side panel with all data of a segment or subsegment.
import { el, setChildren } from "../base/dom.js";
import { dateTime, duration } from "../base/format.js";
import { href } from "../base/router.js";
import { copyButton } from "../ui/copyButton.js";
import { exceptionChain } from "./exceptionChain.js";
import { findGaps } from "./gaps.js";
import { nodeIdentity } from "./spanDetails.js";

const OVERVIEW = [
  "name",
  "id",
  "parent_id",
  "trace_id",
  "origin",
  "namespace",
  "user",
  "resource_arn",
  "precursor_ids",
];

/** tree: the span tree of the trace. */
export function segmentPanel(span, tree, onClose) {
  const sections = sectionsOf(span, tree).filter(([, content]) => content);
  const body = el("div", { class: "tab-body", role: "tabpanel", tabindex: 0, id: "span-details" });
  const tabs = sections.map(([name]) =>
    el("button", { type: "button", role: "tab", "aria-controls": "span-details" }, name),
  );
  const open = (index) => {
    tabs.forEach((tab, i) => {
      tab.setAttribute("aria-selected", String(i === index));
      tab.tabIndex = i === index ? 0 : -1;
    });
    body.setAttribute("aria-label", sections[index][0]);
    setChildren(body, sections[index][1]);
  };
  tabs.forEach((tab, i) => {
    tab.addEventListener("click", () => open(i));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = (i + step + tabs.length) % tabs.length;
      open(next);
      tabs[next].focus();
    });
  });
  open(
    Math.max(
      0,
      sections.findIndex(([name]) => name === "Exceptions"),
    ),
  );
  const kind = span.inferred ? "Inferred segment" : span.kind === "segment" ? "Segment" : "Subsegment";
  return el(
    "aside",
    { class: "panel span-panel", "aria-label": "Selected segment" },
    el(
      "header",
      {},
      el(
        "div",
        { class: "panel-title" },
        el("h2", {}, el("bdi", {}, nodeIdentity(span).name)),
        el("p", {}, `${kind} · ${span.end === null ? "in progress" : duration(span.end - span.start)}`),
      ),
      el("button", { type: "button", class: "quiet close", "aria-label": "Close panel", onclick: onClose }, "✕"),
    ),
    el("div", { class: "tablist", role: "tablist", "aria-label": "About this segment" }, tabs),
    body,
  );
}

function sectionsOf(span, tree) {
  const { doc, segment } = span;
  return [
    [
      "Overview",
      [overview(span, tree), section("HTTP request", doc.http?.request), section("HTTP response", doc.http?.response)],
    ],
    ["Exceptions", doc.cause && exceptions(doc.cause, tree)],
    ["SQL", doc.sql && properties(doc.sql)],
    ["Annotations", nonEmpty(doc.annotations) && properties(doc.annotations)],
    ["Links", doc.links?.length > 0 && links(doc.links)],
    ["Resources", resources(doc, segment)],
    [
      "Metadata",
      nonEmpty(doc.metadata) && Object.entries(doc.metadata).map(([name, value]) => [el("h3", {}, name), json(value)]),
    ],
    ["Raw", raw(doc)],
  ];
}

function overview(span, tree) {
  const { doc, start, end } = span;
  const gaps = findGaps(span, tree.end - tree.start);
  const flags = ["fault", "error", "throttle", "in_progress", "inferred", "traced"].filter((flag) => doc[flag]);
  const facts = Object.fromEntries(
    OVERVIEW.filter((key) => doc[key] !== undefined && doc[key] !== null).map((key) => [key, doc[key]]),
  );
  return properties({
    starts: `${dateTime(start)} (+${duration(start - tree.start)})`,
    ...(end !== null && { lasts: duration(end - start) }),
    ...(gaps.length && {
      gaps: gaps.map((gap) => `${duration(gap.end - gap.start)} at +${duration(gap.start - tree.start)}`).join(", "),
    }),
    ...(flags.length && { flags: flags.join(", ") }),
    ...facts,
  });
}

/** Links to other traces, for example to the one that sent the processed message. */
function links(linked) {
  return el(
    "ul",
    { class: "linked" },
    linked.map(({ trace_id: trace, id, attributes }) =>
      el(
        "li",
        {},
        el("a", { href: href("traces", { span: id }, trace) }, el("code", {}, trace)),
        nonEmpty(attributes) && properties(attributes),
      ),
    ),
  );
}

function resources(doc, segment) {
  const parts = [section("AWS", doc.aws), section("Service", doc.service)];
  if (doc !== segment.doc) parts.push(section(`Segment ${segment.name}`, segment.doc.aws));
  return parts.some(Boolean) && parts;
}

function section(title, value) {
  return nonEmpty(value) && [el("h3", {}, title), properties(value)];
}

function properties(values) {
  const rows = Object.entries(values).map(([key, value]) =>
    el(
      "div",
      {},
      el("dt", {}, el("bdi", {}, key)),
      el("dd", {}, value !== null && typeof value === "object" ? json(value) : el("bdi", {}, String(value))),
    ),
  );
  return el("dl", { class: "properties" }, rows);
}

function exceptions(cause, { byId }) {
  const chain = exceptionChain(cause, byId);
  return [
    cause.message && el("p", {}, cause.message),
    chain.map((exception) =>
      el(
        "section",
        { class: "exception" },
        exception.depth > 0 && el("p", { class: "caused" }, "caused by"),
        el(
          "h3",
          {},
          el("bdi", {}, exception.type ?? exception.reference ?? "Exception"),
          exception.remote && el("span", { class: "tag" }, "remote"),
        ),
        exception.message && el("p", { class: "exception-message" }, el("bdi", {}, exception.message)),
        exception.stack?.length && stack(exception),
      ),
    ),
    cause.working_directory && el("p", { class: "hint" }, `Working directory ${cause.working_directory}`),
  ];
}

function stack({ stack: frames, truncated }) {
  const lines = frames.map(({ label, path, line }) =>
    el("li", {}, el("span", {}, label ?? "?"), el("i", {}, `${path ?? "?"}${line === undefined ? "" : `:${line}`}`)),
  );
  const rest = truncated ? el("li", { class: "hint" }, `… ${truncated} more`) : null;
  return el(
    "details",
    { open: true },
    el("summary", {}, `Stack, ${frames.length} frames`),
    el("ol", { class: "stack" }, lines, rest),
  );
}

function raw(doc) {
  const text = JSON.stringify(doc, null, 2);
  return [copyButton("Copy JSON", text), el("pre", { class: "json", tabindex: 0 }, text)];
}

function json(value) {
  return el("pre", { class: "json", tabindex: 0 }, typeof value === "string" ? value : JSON.stringify(value, null, 2));
}

function nonEmpty(value) {
  return value && Object.keys(value).length > 0;
}
