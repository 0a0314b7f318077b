// Trace screen: request and response, the trace's map and its timeline.
import { missingParts, traceGraph, traceLogs, traces } from "../api/client.js";
import { toGraph } from "../api/serviceGraph.js";
import { el, setChildren } from "../base/dom.js";
import { listenForEscape } from "../base/escapeKey.js";
import { href, replaceRoute } from "../base/router.js";
import { traceIdOf } from "../base/traceId.js";
import { GraphLayout } from "../graph/graphLayout.js";
import { GraphView } from "../graph/graphView.js";
import { emptyState, failure } from "../ui/emptyState.js";
import { ComparisonCard } from "./comparisonCard.js";
import { findMissingParts, missingPartsNotice } from "./missingParts.js";
import { segmentPanel } from "./segmentPanel.js";
import { troubledSpans } from "./spanSearch.js";
import { buildSpanTree } from "./spanTree.js";
import { statisticsTable } from "./statisticsTable.js";
import { Timeline } from "./timeline.js";
import { TimelineTools } from "./timelineTools.js";
import { traceHeading } from "./traceHeading.js";
import { logTable } from "./traceLogs.js";
import { traceViews } from "./traceViews.js";

/** A larger map is omitted, since it would be illegible. */
const MAX_EDGES = 150;

const RETRY_MILLIS = 3000;

/** A trace is shown without its log records where these can't be had. */
const NO_LOGS = { records: [], leftOut: 0 };

export class TraceScreen {
  #route;
  #tree = null;
  #timeline = null;
  #comparison = null;
  #comparedWith = null;
  #logs = NO_LOGS;
  #retry = null;
  #stopListening;
  #side = el("div", { class: "side", hidden: true });

  constructor(route) {
    this.element = el("section", { class: "screen trace-screen" });
    this.#stopListening = listenForEscape(() => this.#route.params.span && this.#tree && this.#closePanel());
    this.update(route);
  }

  get title() {
    return `Trace ${this.#route.id}`;
  }

  update(route) {
    const other = route.id !== this.#route?.id;
    this.#route = route;
    if (other) this.#tree = null;
    if (other) this.#load();
    else if (this.#tree) {
      this.#showSpan();
      this.#compare();
    }
  }

  refresh() {
    if (!this.#tree) return this.#load();
  }

  close() {
    clearTimeout(this.#retry);
    this.#stopListening();
    this.closed = true;
  }

  async #load() {
    clearTimeout(this.#retry);
    const id = traceIdOf(this.#route.id);
    if (!id) return this.#showNoTraceId();
    try {
      const [found, parts, logs] = await Promise.all([traces([id]), missingParts(id), traceLogs(id).catch(() => NO_LOGS)]);
      if (this.closed || id !== traceIdOf(this.#route.id)) return;
      const [trace] = found.Traces ?? [];
      if (trace && (trace.Segments?.length || parts.documents.length)) this.#show(trace, parts, logs);
      else this.#showAbsent();
    } catch (error) {
      this.#showMessage(failure(error, () => this.#load()));
    }
  }

  #showMessage(message) {
    setChildren(this.element, this.#backLink(), el("h1", { class: "unseen" }, this.title), message);
  }

  #showNoTraceId() {
    this.#showMessage(
      emptyState(
        "This is no trace id",
        el("p", {}, el("code", {}, this.#route.id)),
        el("p", {}, "A trace id is 1-<8 hexadecimal digits>-<24 hexadecimal digits>, or the same 32 digits in W3C's form."),
      ),
    );
  }

  #showAbsent() {
    this.#showMessage(
      emptyState(
        "This trace isn't here yet",
        el("p", {}, el("code", {}, traceIdOf(this.#route.id))),
        el(
          "p",
          {},
          "A trace shows up within seconds of its request. It may be on its way, not sampled, or older than what X-Ray Local keeps. This page looks again every few seconds.",
        ),
        el("button", { type: "button", class: "primary", onclick: () => this.#load() }, "Look again"),
        el(
          "p",
          {},
          "Was it refused? ",
          el("a", { href: "#/configuration/rejected" }, "Configuration"),
          " lists rejected documents.",
        ),
      ),
    );
    this.#retry = setTimeout(() => this.#load(), RETRY_MILLIS);
  }

  #show(trace, parts, logs) {
    this.#logs = logs;
    this.#tree = buildSpanTree(trace, parts.documents);
    this.#timeline = new Timeline(this.#tree, {
      onSelect: (span) => this.#choose(span.id === this.#route.params.span ? null : span.id),
    });
    this.#comparison = new ComparisonCard(this.#tree, trace.Id, {
      onWith: (other) => this.#replace({ with: other }),
      onChoose: (span) => this.#go(span.id),
    });
    this.#comparedWith = null;
    const trouble = troubledSpans(this.#tree.roots);
    const map = el("div", { class: "trace-map", hidden: true });
    setChildren(
      this.element,
      this.#backLink(),
      traceHeading(trace, this.#tree, { trouble, onTrouble: () => this.#go(trouble[0].id) }),
      missingPartsNotice(findMissingParts(this.#tree, parts), this.#tree, () => this.#load()),
      map,
      el(
        "div",
        { class: "trace-body" },
        el("div", { class: "trace-main" }, this.#views(trace, trouble)),
        this.#side,
      ),
    );
    for (const param of ["critical", "services"]) if (this.#route.params[param] === "on") this.#apply(param, true);
    this.#showSpan();
    this.#compare();
    if (this.#route.params.span) this.#timeline.reveal(this.#route.params.span);
    this.#drawMap(map, trace.Id);
  }

  #views(trace, trouble) {
    const timeline = el(
      "div",
      { class: "trace-timeline" },
      this.#tools(trace, trouble),
      this.#timeline.element,
      this.#comparison.element,
      statisticsTable(this.#tree.roots, (ids) => this.#timeline.mark(ids && new Set(ids))),
    );
    const { byId, start } = this.#tree;
    const table = () => logTable(this.#logs, { start, byId, onSpan: (id) => this.#choose(id) });
    return traceViews({
      records: this.#logs.records.length,
      timeline,
      logs: table,
      open: this.#route.params.view === "logs",
      onOpen: (logs) => this.#replace({ view: logs ? "logs" : null }),
    });
  }

  #tools(trace, trouble) {
    const { params } = this.#route;
    return new TimelineTools(this.#tree, this.#timeline, {
      trouble,
      selected: () => this.#route.params.span ?? null,
      onGo: (id) => this.#go(id),
      switches: [
        ["Critical path", params.critical === "on", (on) => this.#switch("critical", on)],
        ["Services only", params.services === "on", (on) => this.#switch("services", on)],
      ],
      json: () => traceJson(trace, this.#tree),
    }).element;
  }

  #switch(param, on) {
    this.#apply(param, on);
    this.#replace({ [param]: on ? "on" : null });
  }

  #apply(param, on) {
    if (param === "critical") this.#timeline.showCriticalPath(on);
    else this.#timeline.collapseAll(on);
  }

  #go(id) {
    this.#timeline.reveal(id);
    if (id !== this.#route.params.span) this.#choose(id);
  }

  /** Moves the focus back to the panel's row. */
  #closePanel() {
    this.#choose(null);
    this.#timeline.focus();
  }

  #choose(span) {
    this.#replace({ span });
  }

  #replace(change) {
    replaceRoute(href("traces", { ...this.#route.params, ...change }, this.#route.id));
  }

  #showSpan() {
    const span = this.#tree.byId.get(this.#route.params.span);
    this.#timeline.select(span?.id ?? null);
    this.#side.hidden = !span;
    setChildren(this.#side, span ? segmentPanel(span, this.#tree, this.#logs, () => this.#closePanel()) : null);
  }

  #compare() {
    const other = this.#route.params.with ?? null;
    if (other === this.#comparedWith) return;
    this.#comparedWith = other;
    this.#comparison.show(other);
  }

  #backLink() {
    const { span, critical, services, view, with: other, ...params } = this.#route.params;
    return el("p", { class: "crumbs" }, el("a", { href: href("traces", params) }, "← Traces"));
  }

  /** Hides the map if the request fails. */
  async #drawMap(box, id) {
    try {
      const { start, end } = this.#tree;
      const graph = toGraph(await traceGraph([id]), { start, end, seconds: end - start });
      if (graph.nodes.length < 2 || graph.edges.length > MAX_EDGES || this.closed) return;
      const figure = ({ stats, type }) => (type !== "client" && stats.total > 1 ? `${stats.total} calls` : "");
      const spoken = ({ stats }) => (stats.total === 1 ? "1 call" : `${stats.total} calls`);
      const view = new GraphView(new GraphLayout(), { label: "Map of this trace", figure, spoken });
      setChildren(box, view.element);
      box.hidden = false;
      await view.show(graph);
    } catch {
      box.hidden = true;
    }
  }
}

/** The documents as they are stored, inferred segments included. */
function traceJson({ Id, Duration }, { segments, waiting }) {
  const documents = (spans) => spans.map(({ raw }) => raw);
  const value = { Id, Duration, Segments: documents(segments) };
  return JSON.stringify(waiting.length ? { ...value, WithoutParent: documents(waiting) } : value, null, 2);
}
