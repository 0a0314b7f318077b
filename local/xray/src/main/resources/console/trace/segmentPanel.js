// Side panel with all data of a segment or subsegment.
import { el, setChildren } from "../base/dom.js";
import { dateTime, duration } from "../base/format.js";
import { href } from "../base/router.js";
import { copyButton } from "../ui/copyButton.js";
import { exceptionList } from "./exceptionList.js";
import { findGaps } from "./gaps.js";
import { nodeIdentity } from "./spanDetails.js";
import { logTable, logsOfSpan } from "./traceLogs.js";

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

/** tree: the span tree of the trace; logs: the answer of /local/logs. */
export function segmentPanel(span, tree, logs, onClose) {
  const sections = sectionsOf(span, tree, logs).filter(([, content]) => content);
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
      wideButton(),
      el("button", { type: "button", class: "quiet close", "aria-label": "Close panel", onclick: onClose }, "✕"),
    ),
    el("div", { class: "tablist", role: "tablist", "aria-label": "About this segment" }, tabs),
    body,
  );
}

/** Whether the panel takes half of the screen; lasts as long as the page. */
let wide = false;

/** A button that makes the panel wide and narrow, for stacks with long names. */
function wideButton() {
  const button = el("button", { type: "button", class: "quiet widen", onclick: () => show(!wide) });
  const show = (now) => {
    wide = now;
    document.documentElement.classList.toggle("wide-panel", wide);
    button.textContent = wide ? "Narrower" : "Wider";
    button.setAttribute("aria-pressed", String(wide));
  };
  show(wide);
  return button;
}

function sectionsOf(span, tree, logs) {
  const { doc, raw } = span;
  const lines = logsOfSpan(logs.records, span.id);
  const { request, response, ...http } = isObject(raw.http) ? raw.http : { http: raw.http };
  return [
    [
      "Overview",
      [
        overview(span, tree),
        section("HTTP request", request),
        section("HTTP response", response),
        section("HTTP", nonNull(http)),
      ],
    ],
    ["Exceptions", isGiven(raw.cause) && (doc.cause ? exceptionList(doc.cause, tree) : json(raw.cause))],
    ["Logs", lines.length > 0 && logTable({ records: lines }, { start: span.start })],
    ["SQL", isGiven(raw.sql) && properties(raw.sql)],
    ["Annotations", isGiven(raw.annotations) && properties(raw.annotations)],
    ["Links", isGiven(raw.links) && (doc.links?.length ? links(doc.links, raw.links) : json(raw.links))],
    ["Resources", resources(span)],
    ["Metadata", isGiven(raw.metadata) && metadata(raw.metadata)],
    ["Raw", rawTab(raw)],
  ];
}

function overview(span, tree) {
  const { raw, start, end } = span;
  const gaps = findGaps(span, tree.end - tree.start);
  const flags = ["fault", "error", "throttle", "in_progress", "inferred", "traced"].filter((flag) => raw[flag]);
  const facts = Object.fromEntries(OVERVIEW.filter((key) => isGiven(raw[key])).map((key) => [key, raw[key]]));
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
function links(linked, raw) {
  const attributesOf = (id) => raw.find((link) => link?.trace_id === id)?.attributes;
  return el(
    "ul",
    { class: "linked" },
    linked.map(({ trace_id: trace, id }) =>
      el(
        "li",
        {},
        trace
          ? el("a", { href: href("traces", { span: id }, trace) }, el("code", {}, trace))
          : "A link without a trace id",
        section("Attributes", attributesOf(trace)),
      ),
    ),
  );
}

function metadata(namespaces) {
  if (!isObject(namespaces)) return json(namespaces);
  return Object.entries(namespaces).map(([name, value]) => [el("h3", {}, el("bdi", {}, name)), json(value)]);
}

function resources({ raw, segment }) {
  const parts = [section("AWS", raw.aws), section("Service", raw.service)];
  if (raw !== segment.raw) parts.push(section(`Segment ${segment.name}`, segment.raw.aws));
  return parts.some(Boolean) && parts;
}

function section(title, value) {
  return isGiven(value) && [el("h3", {}, title), properties(value)];
}

/** A value of another type than an object is shown as JSON. */
function properties(values) {
  if (!isObject(values)) return json(values);
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

function rawTab(document) {
  const text = JSON.stringify(document, null, 2);
  return [copyButton("Copy JSON", text), el("pre", { class: "json", tabindex: 0 }, text)];
}

function json(value) {
  return el("pre", { class: "json", tabindex: 0 }, typeof value === "string" ? value : JSON.stringify(value, null, 2));
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Whether there is anything to show: a value that is neither null nor an empty list or object. */
function isGiven(value) {
  if (value === null || value === undefined) return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}

function nonNull(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isGiven(value)));
}
