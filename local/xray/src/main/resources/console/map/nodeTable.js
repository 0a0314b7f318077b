// The service graph as a table.
import { typeLabel } from "../api/serviceGraph.js";
import { el } from "../base/dom.js";
import { count, duration, percent, rate, shortName, truncate } from "../base/format.js";
import { typeIcon } from "../ui/icons.js";

/** A longer name would push the figures out of view; the panel has the full name. */
const MAX_NAME = 40;
const shortNodeName = ({ name }) => truncate(shortName(name), MAX_NAME);

/** More rows aren't read either, and take long to lay out. */
const MAX_ROWS = 300;

/** matches(node) tells which nodes are wanted; of these, the ones with the most requests are shown. */
export function nodeTable(graph, onSelect, matches = () => true) {
  const found = graph.nodes
    .filter((node) => node.type !== "client" && matches(node))
    .sort((a, b) => b.stats.total - a.stats.total);
  const rows = found.slice(0, MAX_ROWS).map((node) => row(node, graph, onSelect));
  const head = ["Node", "Type", "Requests", "Rate", "Mean", "Errors", "Faults", "Throttled", "Calls"];
  return el(
    "div",
    { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Nodes" },
    el(
      "table",
      { class: "table" },
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          head.map((text) => el("th", { scope: "col" }, text)),
        ),
      ),
      el("tbody", {}, rows),
    ),
    found.length > MAX_ROWS &&
      el(
        "p",
        { class: "hint" },
        `${count(found.length - MAX_ROWS)} nodes with fewer requests aren't listed: find one by its name above.`,
      ),
  );
}

function row(node, { edges }, onSelect) {
  const { stats } = node;
  const share = (status) =>
    el(
      "td",
      { class: `figure ${stats[status] ? `ink-${status}` : "faint"}` },
      percent(stats[status] / (stats.total || 1)),
    );
  const calls = edges.filter(({ from }) => from === node).map(({ to }) => shortNodeName(to));
  return el(
    "tr",
    {},
    el(
      "th",
      { scope: "row" },
      el(
        "button",
        { type: "button", class: "link", "data-key": node.key, title: node.name, onclick: () => onSelect(node.key) },
        typeIcon(node.type),
        shortNodeName(node),
      ),
    ),
    el("td", {}, typeLabel(node.type)),
    el("td", { class: "figure" }, count(stats.total)),
    el("td", { class: "figure" }, rate(node.rate)),
    el("td", { class: "figure" }, duration(stats.mean)),
    share("error"),
    share("fault"),
    share("throttle"),
    el("td", {}, calls.join(", ")),
  );
}
