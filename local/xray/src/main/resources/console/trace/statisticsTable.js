// Table of a trace's statistics by name, sorted by any column.
import { el, setChildren } from "../base/dom.js";
import { count, duration, shortName } from "../base/format.js";
import { sortStatistics, spanStatistics } from "./spanStatistics.js";

const COLUMNS = [
  ["name", "Name"],
  ["count", "Count"],
  ["trouble", "With trouble"],
  ["self", "Self"],
  ["total", "Total"],
  ["mean", "Mean"],
  ["longest", "Longest"],
];

/** onChoose(ids) is called with the spans of a name, or with null when it is chosen again. */
export function statisticsTable(roots, onChoose) {
  const groups = spanStatistics(roots);
  const whole = groups.reduce((sum, { self }) => sum + self, 0) || 1;
  const table = el("table", { class: "table compact" });
  let [key, reversed, chosen] = ["self", false, null];

  function draw() {
    const heads = COLUMNS.map(([column, label]) => {
      const sorted = column === key ? ((key === "name") !== reversed ? "ascending" : "descending") : null;
      const sort = () => {
        [key, reversed] = [column, column === key && !reversed];
        draw();
        table.querySelector(`[data-column="${column}"]`).focus();
      };
      return el(
        "th",
        { scope: "col", "aria-sort": sorted },
        el(
          "button",
          { type: "button", class: "link sort", "data-column": column, onclick: sort },
          label,
          el("span", { "aria-hidden": "true" }, { ascending: " ↑", descending: " ↓" }[sorted] ?? ""),
        ),
      );
    });
    const rows = sortStatistics(groups, key, reversed).map(row);
    setChildren(table, el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows));
  }

  function row(group) {
    const bar = el("span", { class: "share-bar" });
    bar.style.setProperty("--share", group.self / whole);
    const choose = () => {
      chosen = chosen === group ? null : group;
      onChoose(chosen && chosen.ids);
      draw();
      table.querySelector("[aria-pressed=true]")?.focus();
    };
    return el(
      "tr",
      {},
      el(
        "th",
        { scope: "row" },
        el(
          "button",
          {
            type: "button",
            class: "link",
            title: "Mark these in the timeline",
            "aria-pressed": String(chosen === group),
            onclick: choose,
          },
          el("bdi", {}, shortName(group.name)),
        ),
        " ",
        el("span", { class: "tag" }, group.kind),
      ),
      figure(count(group.ids.length)),
      el("td", { class: `figure ${group.trouble ? "ink-fault" : "faint"}` }, count(group.trouble)),
      el("td", { class: "figure" }, bar, duration(group.self)),
      figure(duration(group.total)),
      figure(duration(group.mean)),
      figure(duration(group.longest)),
    );
  }

  draw();
  return el(
    "details",
    { class: "card statistics" },
    el("summary", {}, "Statistics by name"),
    el(
      "p",
      { class: "hint" },
      "Self is the time in which no part of its own was running: the largest is where to look first. Total adds up parallel calls.",
    ),
    el("div", { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Statistics by name" }, table),
  );
}

function figure(text) {
  return el("td", { class: "figure" }, text);
}
