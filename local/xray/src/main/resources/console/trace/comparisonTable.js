// A trace beside another one: what took longer, what is missing, what is new.
import { el } from "../base/dom.js";
import { count, duration, shortName } from "../base/format.js";
import { spanDetail } from "./spanDetails.js";
import { compareTraces, difference } from "./traceComparison.js";

/** Less isn't shown as a difference: two calls never take the same time. */
const WORTH_SECONDS = 0.001;
const MAX_ROWS = 1000;

/** here and there are span trees; onChoose(span) is called with a part of this trace. */
export function comparisonTable(here, there, onChoose) {
  const rows = compareTraces(here.roots, there.roots);
  const both = rows.filter((row) => row.here && row.there);
  const slower = both.filter((row) => (difference(row) ?? 0) > WORTH_SECONDS);
  const added = rows.filter((row) => !row.there);
  const missing = rows.filter((row) => !row.here);
  const largest = both.reduce((most, row) => Math.max(most, Math.abs(difference(row) ?? 0)), WORTH_SECONDS);
  const heads = ["Part", "This trace", "The other", "Difference"].map((text) => el("th", { scope: "col" }, text));
  const words = (n, one, many) => `${count(n)} ${n === 1 ? one : many}`;
  return el(
    "div",
    {},
    el(
      "p",
      { role: "status" },
      `${words(slower.length, "part is", "parts are")} slower here, ${words(added.length, "is", "are")} new, ${words(missing.length, "is", "are")} missing.`,
    ),
    el(
      "div",
      { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Comparison, part by part" },
      el(
        "table",
        { class: "table compact comparison" },
        el("thead", {}, el("tr", {}, heads)),
        el(
          "tbody",
          {},
          rows.slice(0, MAX_ROWS).map((row) => tableRow(row, largest, onChoose)),
        ),
      ),
    ),
    rows.length > MAX_ROWS && el("p", { class: "hint" }, `${count(rows.length - MAX_ROWS)} more parts aren't listed.`),
  );
}

function tableRow(row, largest, onChoose) {
  const { name, depth, here, there } = row;
  const text = el("bdi", {}, shortName(name));
  const title = here
    ? el("button", { type: "button", class: "link", onclick: () => onChoose(here) }, text)
    : el("span", { class: "faint" }, text);
  const cell = el("th", { scope: "row" }, title, " ", el("span", { class: "faint" }, spanDetail(here ?? there)));
  cell.style.paddingInlineStart = `${8 + Math.min(depth, 12) * 14}px`;
  return el(
    "tr",
    { class: !there ? "added" : !here ? "missing" : null },
    cell,
    figure(here),
    figure(there),
    el("td", { class: "figure" }, differenceOf(row, largest)),
  );
}

function figure(span) {
  if (!span) return el("td", { class: "figure faint" }, "–");
  const text = span.end === null ? "…" : duration(span.end - span.start);
  return el("td", { class: "figure" }, el("i", { class: `dot ${span.status}`, title: span.status }), " ", text);
}

function differenceOf(row, largest) {
  if (!row.there) return el("span", { class: "tag" }, "only here");
  if (!row.here) return el("span", { class: "tag" }, "only there");
  const seconds = difference(row);
  if (seconds === null || Math.abs(seconds) < WORTH_SECONDS) return el("span", { class: "faint" }, "same");
  const bar = el("span", { class: `time-bar ${seconds > 0 ? "fault" : "ok"}` });
  bar.style.setProperty("--share", Math.abs(seconds) / largest);
  return [bar, " ", el("span", { class: seconds > 0 ? "ink-fault" : "" }, sign(seconds))];
}

function sign(seconds) {
  return `${seconds > 0 ? "+" : "−"}${duration(Math.abs(seconds))}`;
}
