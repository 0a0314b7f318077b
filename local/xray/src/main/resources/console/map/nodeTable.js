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

const share = (status) => ({ stats }) => stats[status] / (stats.total || 1);

/** The columns, with what a node is sorted by: text upwards at first, a figure downwards. */
const COLUMNS = [
  { label: "Node", key: "node", of: ({ name }) => shortName(name).toLowerCase() },
  { label: "Type", key: "type", of: ({ type }) => typeLabel(type) },
  { label: "Requests", key: "requests", of: ({ stats }) => stats.total },
  { label: "Rate", key: "rate", of: (node) => node.rate },
  { label: "Mean", key: "mean", of: ({ stats }) => stats.mean ?? 0 },
  { label: "Errors", key: "errors", of: share("error") },
  { label: "Faults", key: "faults", of: share("fault") },
  { label: "Throttled", key: "throttled", of: share("throttle") },
  { label: "Calls" },
];
const DEFAULT_SORT = "requests";

/** "mean", or "-mean" for the opposite direction → { column, reversed }; by requests for any other text. */
function parseSort(text) {
  const key = String(text ?? "").replace(/^-/, "");
  const column = COLUMNS.find((each) => each.key === key);
  return column
    ? { column, reversed: text.startsWith("-") }
    : { column: COLUMNS.find((each) => each.key === DEFAULT_SORT), reversed: false };
}

/** A sorted copy of nodes; those with more requests first among equal ones. */
export function sortNodes(nodes, text) {
  const { column, reversed } = parseSort(text);
  const compare = (a, b) => {
    const [left, right] = [column.of(a), column.of(b)];
    return typeof left === "string" ? left.localeCompare(right) : right - left;
  };
  return [...nodes].sort((a, b) => (reversed ? -1 : 1) * compare(a, b) || b.stats.total - a.stats.total);
}

/**
 * matches(node) tells which nodes are wanted; sort is an order as in parseSort, onSort(sort) asks for another. Of more nodes than are
 * shown, the first ones in this order are.
 */
export function nodeTable(graph, onSelect, { matches = () => true, sort, onSort }) {
  const found = sortNodes(
    graph.nodes.filter((node) => node.type !== "client" && matches(node)),
    sort,
  );
  const rows = found.slice(0, MAX_ROWS).map((node) => row(node, graph, onSelect));
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
          COLUMNS.map((column) => heading(column, sort, onSort)),
        ),
      ),
      el("tbody", {}, rows),
    ),
    found.length > MAX_ROWS &&
      el(
        "p",
        { class: "hint" },
        `${count(found.length - MAX_ROWS)} more nodes aren't listed: find one by its name above.`,
      ),
  );
}

function heading({ label, key }, sort, onSort) {
  if (!key) return el("th", { scope: "col" }, label);
  const { column, reversed } = parseSort(sort);
  const sorted = column.key === key;
  const upwards = (key === "node" || key === "type") !== reversed;
  const next = sorted && !reversed ? `-${key}` : key;
  return el(
    "th",
    { scope: "col", "aria-sort": sorted && (upwards ? "ascending" : "descending") },
    el(
      "button",
      {
        type: "button",
        class: "link sort",
        "data-key": `sort ${key}`,
        onclick: () => onSort(next === DEFAULT_SORT ? null : next),
      },
      label,
      el("span", { "aria-hidden": "true" }, sorted ? (upwards ? "↑" : "↓") : ""),
    ),
  );
}

function row(node, { edges }, onSelect) {
  const { stats } = node;
  const cell = (status) =>
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
    cell("error"),
    cell("fault"),
    cell("throttle"),
    el("td", {}, calls.join(", ")),
  );
}
