// Groups page: named filter expressions, each with its own map and, optionally, insights.
import { createGroup, deleteGroup, groups, updateGroup } from "../api/client.js";
import { el } from "../base/dom.js";
import { href } from "../base/router.js";
import { EditableTable } from "./editableTable.js";

const KIND = {
  title: "Groups",
  noun: "group",
  mark: "group",
  hint: "A group is the traces that match an expression when they come in: a change affects new traces only. With insights, X-Ray Local watches its faults.",
  columns: ["Group", "Traces that match", "Insights"],
  read: groups,
  things: ({ Groups }) => Groups ?? [],
  nameOf: ({ GroupName }) => GroupName,
  cells,
  fields,
  save: (group, { InsightsEnabled, ...values }) => {
    const wanted = { ...values, InsightsConfiguration: { InsightsEnabled } };
    return group ? updateGroup({ GroupName: group.GroupName, ...wanted }) : createGroup(wanted);
  },
  remove: deleteGroup,
};

export class GroupsPage extends EditableTable {
  constructor() {
    super(KIND);
  }
}

/** The default group contains all traces, so its link has no group. */
function cells({ GroupName: name, FilterExpression, InsightsConfiguration }) {
  const map = href("service-map", { group: FilterExpression ? name : null });
  return [
    el("th", { scope: "row" }, el("a", { href: map, "aria-label": `Map of ${name}` }, el("bdi", {}, name))),
    el("td", { class: "wide" }, FilterExpression ? el("code", {}, FilterExpression) : "all"),
    el(
      "td",
      {},
      InsightsConfiguration?.InsightsEnabled
        ? el("span", { class: "pill ok" }, "on")
        : el("span", { class: "pill" }, "off"),
    ),
  ];
}

function fields(group, isDefault) {
  return [
    {
      name: "GroupName",
      label: "Name",
      value: group?.GroupName,
      hint: "letters, digits, - and _, at most 32",
      locked: Boolean(group),
    },
    {
      name: "FilterExpression",
      label: "Filter expression",
      type: "filter",
      value: group?.FilterExpression,
      hint: 'for example: service("orderservice") { fault }',
      locked: isDefault,
    },
    {
      name: "InsightsEnabled",
      label: "Insights: watch its faults",
      type: "checkbox",
      value: group?.InsightsConfiguration?.InsightsEnabled,
    },
  ];
}
