// Insights page: the list of insights, and the cause, impact and history of one.
import * as api from "../api/client.js";
import { compareLink } from "../api/events.js";
import { and, nodeSelector, quote } from "../api/filterExpression.js";
import { toGraph, typeLabel } from "../api/serviceGraph.js";
import { el, setChildren } from "../base/dom.js";
import { count, dateTime, duration, percent, shortName } from "../base/format.js";
import { href } from "../base/router.js";
import { fixedRange } from "../base/timeRange.js";
import { GraphLayout } from "../graph/graphLayout.js";
import { GraphView } from "../graph/graphView.js";

const DAY = 86400;
const SIX_HOURS = 21600;

export class InsightsPage {
  #body = el("div");
  #id = null;
  #shown = "";

  constructor() {
    this.element = el(
      "section",
      { class: "card" },
      el("h2", {}, "Insights"),
      el(
        "p",
        { class: "hint" },
        "X-Ray Local watches the faults of groups that have insights switched on, and says when there are more than usual.",
      ),
      this.#body,
    );
  }

  update({ insight }) {
    this.#id = insight ?? null;
    this.#shown = "";
  }

  async refresh() {
    if (this.#id) return this.#detail(this.#id);
    const watched = ((await api.groups()).Groups ?? [])
      .filter(({ InsightsConfiguration }) => InsightsConfiguration?.InsightsEnabled)
      .map(({ GroupName }) => GroupName);
    const now = Date.now() / 1000;
    const answers = await Promise.all(
      watched.map((name) => api.insightSummaries({ start: now - DAY, end: now }, name)),
    );
    const found = answers
      .flatMap(({ InsightSummaries }) => InsightSummaries ?? [])
      .sort((a, b) => b.StartTime - a.StartTime);
    if (!this.#isNew([watched, found]) || this.#id) return;
    if (!watched.length)
      setChildren(
        this.#body,
        el(
          "p",
          {},
          "No group is watched. ",
          el("a", { href: "#/configuration/groups" }, "Edit a group"),
          " (Default holds all traces) and switch its insights on.",
        ),
      );
    else if (!found.length)
      setChildren(this.#body, el("p", { class: "good" }, `Nothing unusual in the last day in ${watched.join(", ")}.`));
    else setChildren(this.#body, el("ul", { class: "insights" }, found.map(item)));
  }

  async #detail(id) {
    const [{ Insight: insight }, { InsightEvents: events = [] }] = await Promise.all([
      api.insight(id),
      api.insightEvents(id),
    ]);
    if (!this.#isNew([insight, events]) || this.#id !== id) return;
    const end = insight.EndTime ?? Date.now() / 1000;
    const range = { start: Math.max(insight.StartTime, end - SIX_HOURS + 1), end };
    const map = el("div", { class: "insight-map", hidden: true });
    setChildren(
      this.#body,
      el("p", { class: "crumbs" }, el("a", { href: "#/configuration/insights" }, "← All insights")),
      heading(insight),
      links(insight, range),
      map,
      el("h3", {}, "How it went on"),
      history(events),
    );
    this.#drawImpact(map, id, range);
  }

  async #drawImpact(box, id, range) {
    try {
      const graph = toGraph(await api.insightImpact(id, range), { ...range, seconds: range.end - range.start });
      if (!graph.nodes.length) return;
      const view = new GraphView(new GraphLayout(), { label: "Who was affected", figure: () => "" });
      setChildren(box, view.element);
      box.hidden = false;
      await view.show(graph);
    } catch {
      box.hidden = true;
    }
  }

  #isNew(answer) {
    const text = JSON.stringify(answer);
    const changed = text !== this.#shown;
    this.#shown = text;
    return changed;
  }
}

function item(insight) {
  return el(
    "li",
    { "data-insight": insight.InsightId },
    state(insight),
    el(
      "a",
      { href: href("configuration", { insight: insight.InsightId }, "insights") },
      el("bdi", {}, insight.Summary ?? cause(insight)),
    ),
    el("span", { class: "faint" }, `${insight.GroupName}, ${when(insight)}`),
  );
}

function state({ State }) {
  return el("span", { class: `pill ${State === "ACTIVE" ? "fault" : ""}` }, State === "ACTIVE" ? "active" : "closed");
}

function cause({ RootCauseServiceId }) {
  return shortName(RootCauseServiceId?.Name ?? "unknown");
}

function when({ StartTime, EndTime }) {
  return EndTime ? `${dateTime(StartTime)}, for ${duration(EndTime - StartTime)}` : `since ${dateTime(StartTime)}`;
}

function heading(insight) {
  const fact = (term, value) => el("div", {}, el("dt", {}, term), el("dd", {}, value));
  const type = insight.RootCauseServiceId?.Type;
  return el(
    "header",
    { class: "insight-head" },
    el("h3", {}, state(insight), " ", el("bdi", {}, insight.Summary ?? cause(insight))),
    el(
      "dl",
      { class: "facts" },
      fact("Root cause", el("bdi", {}, `${cause(insight)}${type ? ` (${typeLabel(type)})` : ""}`)),
      fact("Group", insight.GroupName),
      fact("When", when(insight)),
      fact("Failed there", impact(insight.RootCauseServiceRequestImpactStatistics)),
      fact("Failed for clients", impact(insight.ClientRequestImpactStatistics)),
    ),
  );
}

function impact(statistics) {
  const { FaultCount = 0, TotalCount = 0 } = statistics ?? {};
  return TotalCount ? `${count(FaultCount)} of ${count(TotalCount)} (${percent(FaultCount / TotalCount)})` : "–";
}

function links(insight, { start, end }) {
  const root = { name: insight.RootCauseServiceId?.Name ?? "", type: insight.RootCauseServiceId?.Type ?? "" };
  const failed = `${nodeSelector(root)} { fault }`;
  const filter = insight.GroupName === "Default" ? failed : and(failed, `group.name = ${quote(insight.GroupName)}`);
  return el(
    "p",
    { class: "buttons" },
    el(
      "a",
      { class: "button primary", href: href("traces", { filter, range: fixedRange(start, end) }) },
      "View traces",
    ),
    el("a", { class: "button", href: compareLink({ time: insight.StartTime }) }, "Compare before and after"),
  );
}

function history(events) {
  if (!events.length) return el("p", { class: "hint" }, "Nothing has been noted yet.");
  const line = (event) =>
    el(
      "li",
      {},
      el("time", {}, dateTime(event.EventTime)),
      el("bdi", { class: "event-title" }, event.Summary),
      el("span", { class: "faint" }, `clients: ${impact(event.ClientRequestImpactStatistics)}`),
    );
  return el("ul", { class: "event-list" }, [...events].reverse().map(line));
}
