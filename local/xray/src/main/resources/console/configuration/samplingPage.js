// Sampling rules page: the rules, and the statistics that clients reported for the last ten seconds.
import {
  createSamplingRule,
  deleteSamplingRule,
  samplingBoosts,
  samplingRules,
  samplingStatistics,
  updateSamplingRule,
} from "../api/client.js";
import { el } from "../base/dom.js";
import { clock, count, percent } from "../base/format.js";
import { EditableTable } from "./editableTable.js";

const MATCHES = [
  ["ServiceName", "Service"],
  ["ServiceType", "Service type"],
  ["Host", "Host"],
  ["HTTPMethod", "Method"],
  ["URLPath", "Path"],
  ["ResourceARN", "Resource ARN"],
];

const KIND = {
  title: "Sampling rules",
  noun: "rule",
  mark: "rule",
  hint: "The rule with the lowest priority number that matches a request decides. It traces the first so many requests of each second, then a share of the rest. Clients fetch changes within seconds.",
  note: "Boost: the share of the rest for a minute after clients reported anomalies, at most once in the minutes given. Matched, sampled and borrowed: what clients reported for the last full ten seconds.",
  columns: ["Rule", "Priority", "Each second", "Then", "Boost", "Matches", "Matched", "Sampled", "Borrowed"],
  read: () => Promise.all([samplingRules(), samplingStatistics(), samplingBoosts()]),
  things: ([rules]) =>
    (rules.SamplingRuleRecords ?? []).map(({ SamplingRule }) => SamplingRule).sort((a, b) => a.Priority - b.Priority),
  nameOf: ({ RuleName }) => RuleName,
  cells,
  fields,
  save: (rule, values) =>
    rule
      ? updateSamplingRule({ RuleName: rule.RuleName, ...toApiRule(values) })
      : createSamplingRule({ Version: 1, ...toApiRule(values) }),
  remove: deleteSamplingRule,
};

export class SamplingPage extends EditableTable {
  constructor() {
    super(KIND);
  }
}

function cells(rule, [, { SamplingStatisticSummaries }, { SamplingBoosts }]) {
  const boost = (SamplingBoosts ?? []).find(({ RuleName, Active }) => Active && RuleName === rule.RuleName);
  const statistic = (SamplingStatisticSummaries ?? []).findLast(({ RuleName }) => RuleName === rule.RuleName);
  return [
    el("th", { scope: "row" }, el("bdi", {}, rule.RuleName)),
    el("td", { class: "figure" }, rule.Priority),
    el("td", { class: "figure" }, count(rule.ReservoirSize)),
    el("td", { class: "figure" }, percent(rule.FixedRate)),
    el("td", { class: "boost" }, boostCell(rule, boost)),
    el("td", { class: "wide" }, el("bdi", {}, ruleConditions(rule))),
    ["RequestCount", "SampledCount", "BorrowCount"].map((key) =>
      el("td", { class: "figure" }, statistic ? count(statistic[key]) : "–"),
    ),
  ];
}

/** What a boost would be; while there is one, that it is, until when and why. */
function boostCell({ SamplingRateBoost: allowed }, boost) {
  if (!boost) return allowed ? boostText(allowed) : "–";
  const reason = `${boost.ServiceName}: ${count(boost.AnomalyCount)} of ${count(boost.TotalCount)} requests were anomalous`;
  return el("span", { class: "pill", title: reason }, `${percent(boost.BoostRate)} until ${clock(boost.BoostRateTTL)}`);
}

/** For example "50 %, every 10 min". */
export function boostText({ MaxRate, CooldownWindowMinutes: minutes }) {
  return minutes > 0 ? `${percent(MaxRate)}, every ${minutes} min` : percent(MaxRate);
}

/** A rule's conditions, without those that match everything: "Service = orders, Path = /api/*". */
export function ruleConditions(rule) {
  const matches = MATCHES.filter(([key]) => rule[key] && rule[key] !== "*").map(
    ([key, label]) => `${label} = ${rule[key]}`,
  );
  const attributes = Object.entries(rule.Attributes ?? {}).map(([key, value]) => `${key} = ${value}`);
  return [...matches, ...attributes].join(", ") || "every request";
}

function fields(rule, fixed) {
  const match = ([name, label]) => ({
    name,
    label,
    value: rule?.[name] ?? "*",
    hint: "* and ? match anything",
    locked: fixed,
  });
  return [
    { name: "RuleName", label: "Name", value: rule?.RuleName, hint: "1 to 32 characters", locked: Boolean(rule) },
    {
      name: "Priority",
      label: "Priority",
      type: "number",
      value: rule?.Priority ?? 100,
      hint: "1 to 9999; the lowest wins",
      locked: fixed,
    },
    {
      name: "ReservoirSize",
      label: "Requests each second",
      type: "number",
      value: rule?.ReservoirSize ?? 1,
      hint: "traced first",
    },
    {
      name: "FixedRate",
      label: "Share of the rest",
      type: "number",
      value: rule?.FixedRate ?? 0.05,
      hint: "0 to 1; 0.05 is 5 %",
    },
    {
      name: "MaxRate",
      label: "Share of the rest in a boost",
      type: "number",
      value: rule?.SamplingRateBoost?.MaxRate,
      hint: "0 to 1; empty for no boost",
      locked: fixed,
    },
    {
      name: "CooldownWindowMinutes",
      label: "Minutes from boost to boost",
      type: "number",
      value: rule?.SamplingRateBoost?.CooldownWindowMinutes,
      hint: "whole minutes; a boost lasts one",
      locked: fixed,
    },
    ...MATCHES.map(match),
    {
      name: "Attributes",
      label: "Attributes",
      type: "lines",
      value: Object.entries(rule?.Attributes ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join("\n"),
      hint: "key=value, one a line, at most 5",
      locked: fixed,
    },
  ];
}

/** Converts a form's values to the API's rule. An update without a boost removes the rule's. */
export function toApiRule({ Attributes, MaxRate, CooldownWindowMinutes, ...rest }) {
  const values =
    MaxRate === undefined ? rest : { ...rest, SamplingRateBoost: { MaxRate, CooldownWindowMinutes: CooldownWindowMinutes ?? 10 } };
  if (Attributes === undefined) return values;
  const pairs = Attributes.split("\n")
    .filter((line) => line.trim())
    .map((line) => [line.split("=")[0].trim(), line.split("=").slice(1).join("=").trim()]);
  return { ...values, Attributes: Object.fromEntries(pairs) };
}
