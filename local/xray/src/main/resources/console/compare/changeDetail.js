// Panel with the figures of one node or edge before and after.
import { edgeSelector, nodeSelector } from "../api/filterExpression.js";
import { el } from "../base/dom.js";
import { count, duration, percent, rate } from "../base/format.js";
import { href } from "../base/router.js";
import { percentile } from "../chart/distribution.js";
import { typeIcon } from "../ui/icons.js";
import { displayName } from "./changeList.js";

/** ranges: { before, after } as texts, for the links to the traces. */
export function changeDetail(thing, ranges, onClose) {
  const selector = thing.from ? edgeSelector(thing) : nodeSelector(thing);
  const traces = (which, words) =>
    thing[which] &&
    el("a", { class: "button", href: href("traces", { filter: selector, range: ranges[which] }) }, words);
  return el(
    "aside",
    { class: "panel change-detail", "aria-label": "Before and after" },
    el(
      "header",
      {},
      el(
        "div",
        { class: "panel-title" },
        typeIcon((thing.to ?? thing).type),
        el("h2", {}, displayName(thing)),
        el("p", {}, thing.change?.text ?? "as before"),
      ),
      el("button", { type: "button", class: "quiet close", "aria-label": "Close panel", onclick: onClose }, "✕"),
    ),
    el(
      "table",
      { class: "table compact figures" },
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          ["Figure", "Before", "After"].map((text) => el("th", { scope: "col" }, text)),
        ),
      ),
      el("tbody", {}, rows(thing)),
    ),
    el("p", { class: "buttons" }, traces("before", "Traces before"), traces("after", "Traces after")),
  );
}

function rows({ before, after }) {
  const figures = [
    ["Requests", ({ stats }) => count(stats.total)],
    ["Rate", ({ rate: calls }) => rate(calls)],
    ["Mean", ({ stats }) => duration(stats.mean)],
    ...[0.5, 0.95, 0.99].map((p) => [`p${p * 100}`, ({ histogram }) => duration(percentile(histogram, p))]),
    ...[
      ["Faults", "fault"],
      ["Errors", "error"],
      ["Throttled", "throttle"],
    ].map(([name, status]) => [name, ({ stats }) => percent(stats[status] / (stats.total || 1))]),
  ];
  return figures.map(([name, write]) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, name),
      [before, after].map((each) => el("td", { class: "figure" }, each ? write(each) : "–")),
    ),
  );
}
