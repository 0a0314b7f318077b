// The differences between two moments as a list, and one of them in figures.
import { percentile } from "../chart/distribution.js";
import { el } from "../base/dom.js";
import { count, duration, percent, rate, shortName } from "../base/format.js";
import { edgeSelector, nodeSelector } from "../api/serviceGraph.js";
import { icon } from "../ui/icons.js";
import { headlines } from "./graphDifference.js";
import { href } from "../base/router.js";

const TITLES = { failing: "Fails more", vanished: "Vanished", slower: "Slower", appeared: "Appeared", recovered: "Fails less", faster: "Faster" };

/** graph: compareGraphs' answer; onSelect hears the key of what was pressed. */
export function changeList(graph, selected, onSelect) {
  const groups = headlines(graph);
  const calm = graph.nodes.filter(({ change, type }) => !change && type !== "client").length;
  const rest = el("p", { class: "hint" }, groups.length ? `${count(calm)} nodes as before` : "No difference that isn't chance.");
  return el(
    "aside",
    { class: "panel changes", "aria-label": "What changed" },
    el("h2", {}, "What changed"),
    groups.map(({ kind, things }) => [
      el("h3", {}, el("i", { class: `dot ${kind}` }), `${TITLES[kind]} (${count(things.length)})`),
      el("ul", {}, things.map((thing) => item(thing, selected, onSelect))),
    ]),
    rest,
  );
}

function item(thing, selected, onSelect) {
  const button = el(
    "button",
    { type: "button", class: "row-button", "aria-pressed": String(thing.key === selected), "data-change-of": thing.key, onclick: () => onSelect(thing.key) },
    icon((thing.to ?? thing).type),
    el("bdi", { class: "name" }, nameOf(thing)),
    el("span", { class: "figure" }, thing.change.text),
  );
  return el("li", {}, button);
}

export function nameOf(thing) {
  if (thing.from) return `${nameOf(thing.from)} → ${nameOf(thing.to)}`;
  return thing.type === "client" ? "Client" : shortName(thing.name);
}

/** One node or edge, before and after; ranges: { before, after } as links carry them. */
export function changeDetail(thing, ranges, onClose) {
  const selector = thing.from ? edgeSelector(thing) : nodeSelector(thing);
  const traces = (which, words) => thing[which] && el("a", { class: "button", href: href("traces", { filter: selector, range: ranges[which] }) }, words);
  return el(
    "aside",
    { class: "panel change-detail", "aria-label": "Before and after" },
    el("header", {}, el("div", { class: "panel-title" }, icon((thing.to ?? thing).type), el("h2", {}, nameOf(thing)), el("p", {}, thing.change?.text ?? "as before")), el("button", { type: "button", class: "quiet close", "aria-label": "Close panel", onclick: onClose }, "✕")),
    el("table", { class: "table compact figures" }, el("thead", {}, el("tr", {}, ["Figure", "Before", "After"].map((text) => el("th", { scope: "col" }, text)))), el("tbody", {}, rows(thing))),
    el("p", { class: "buttons" }, traces("before", "Traces before"), traces("after", "Traces after")),
  );
}

function rows({ before, after }) {
  const figures = [
    ["Requests", ({ stats }) => count(stats.total)],
    ["Rate", ({ rate: calls }) => rate(calls)],
    ["Mean", ({ stats }) => duration(stats.mean)],
    ...[0.5, 0.95, 0.99].map((p) => [`p${p * 100}`, ({ histogram }) => duration(percentile(histogram, p))]),
    ...[["Faults", "fault"], ["Errors", "error"], ["Throttled", "throttle"]].map(([name, status]) => [name, ({ stats }) => percent(stats[status] / (stats.total || 1))]),
  ];
  return figures.map(([name, write]) => el("tr", {}, el("th", { scope: "row" }, name), [before, after].map((each) => el("td", { class: "figure" }, each ? write(each) : "–"))));
}
