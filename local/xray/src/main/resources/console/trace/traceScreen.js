// Trace screen: request and response, the trace's map and its timeline.
import { traceGraph, traces } from "../api/client.js";
import { toGraph } from "../api/serviceGraph.js";
import { el, setChildren } from "../base/dom.js";
import { dateTime, duration } from "../base/format.js";
import { href, replaceRoute } from "../base/router.js";
import { GraphLayout } from "../graph/graphLayout.js";
import { GraphView } from "../graph/graphView.js";
import { copyButton } from "../ui/copyButton.js";
import { emptyState, failure } from "../ui/emptyState.js";
import { segmentPanel } from "./segmentPanel.js";
import { buildSpanTree } from "./spanTree.js";
import { Timeline } from "./timeline.js";

/** A larger map is omitted, since it would be illegible. */
const MAX_EDGES = 150;

export class TraceScreen {
  #route;
  #tree = null;
  #timeline = null;
  #retry = null;
  #side = el("div", { class: "side", hidden: true });

  constructor(route) {
    this.element = el("section", { class: "screen trace-screen", onkeydown: (event) => this.#handleKey(event) });
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
    else if (this.#tree) this.#showSpan();
  }

  refresh() {
    if (!this.#tree) return this.#load();
  }

  close() {
    clearTimeout(this.#retry);
    this.closed = true;
  }

  async #load() {
    clearTimeout(this.#retry);
    const { id } = this.#route;
    try {
      const [trace] = (await traces([id])).Traces ?? [];
      if (this.closed || id !== this.#route.id) return;
      if (trace?.Segments?.length) this.#show(trace);
      else this.#showAbsent(trace);
    } catch (error) {
      setChildren(
        this.element,
        this.#backLink(),
        el("h1", { class: "unseen" }, this.title),
        failure(error, () => this.#load()),
      );
    }
  }

  #showAbsent(trace) {
    const words = trace
      ? "Only parts of it have come in so far: their parent is missing."
      : "A trace shows up within seconds of its request. It may be on its way, not sampled, or older than what X-Ray Local keeps.";
    setChildren(
      this.element,
      this.#backLink(),
      el("h1", { class: "unseen" }, this.title),
      emptyState(
        "This trace isn't here yet",
        el("p", {}, el("code", {}, this.#route.id)),
        el("p", {}, words, " This page looks again every few seconds."),
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
    this.#retry = setTimeout(() => this.#load(), 3000);
  }

  #show(trace) {
    this.#tree = buildSpanTree(trace);
    this.#timeline = new Timeline(this.#tree, {
      onSelect: (span) => this.#choose(span.id === this.#route.params.span ? null : span.id),
    });
    const map = el("div", { class: "trace-map", hidden: true });
    setChildren(
      this.element,
      this.#backLink(),
      heading(trace, this.#tree),
      map,
      el(
        "div",
        { class: "trace-body" },
        el("div", { class: "trace-main" }, this.#tools(), this.#timeline.element),
        this.#side,
      ),
    );
    this.#showSpan();
    this.#drawMap(map, trace.Id);
  }

  #tools() {
    const toggle = (label, param, change) => {
      const on = Boolean(this.#route.params[param]);
      const button = el("button", { type: "button", class: "quiet", "aria-pressed": String(on) }, label);
      button.addEventListener("click", () => {
        const now = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(now));
        change(now);
        this.#replace({ [param]: now ? "on" : null });
      });
      if (on) change(true);
      return button;
    };
    return el(
      "div",
      { class: "toolbar" },
      el("h2", {}, "Timeline"),
      el(
        "span",
        { class: "tl-legend" },
        el("span", { class: "gap-sign" }, "gap: nothing recorded"),
        el("span", { class: "inferred-sign" }, "inferred from its caller"),
      ),
      el("span", { class: "spring" }),
      toggle("Critical path", "critical", (on) => this.#timeline.showCriticalPath(on)),
      toggle("Services only", "services", (on) => this.#timeline.collapseAll(on)),
    );
  }

  #handleKey(event) {
    if (event.key === "Escape" && this.#route.params.span) this.#closePanel();
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
    setChildren(this.#side, span ? segmentPanel(span, this.#tree, () => this.#closePanel()) : null);
  }

  #backLink() {
    const { span, critical, services, ...params } = this.#route.params;
    return el("p", { class: "crumbs" }, el("a", { href: href("traces", params) }, "← Traces"));
  }

  /** Hides the map if the request fails. */
  async #drawMap(box, id) {
    try {
      const { start, end } = this.#tree;
      const graph = toGraph(await traceGraph([id]), { start, end, seconds: end - start });
      if (graph.nodes.length < 2 || graph.edges.length > MAX_EDGES || this.closed) return;
      const figure = ({ stats, type }) => (type !== "client" && stats.total > 1 ? `${stats.total} calls` : "");
      const view = new GraphView(new GraphLayout(), { label: "Map of this trace", figure });
      setChildren(box, view.element);
      box.hidden = false;
      view.show(graph);
    } catch {
      box.hidden = true;
    }
  }
}

function heading(trace, tree) {
  const root = tree.roots.find(({ inferred }) => !inferred) ?? tree.roots[0];
  const { request, response } = root.doc.http ?? {};
  const title = request?.url ? `${request.method ?? ""} ${request.url}` : root.name;
  const failed = [...tree.byId.values()].filter(
    ({ status, inferred }) => !inferred && status !== "ok" && status !== "pending",
  ).length;
  const services = new Set(tree.segments.filter(({ inferred }) => !inferred).map(({ name }) => name)).size;
  const fact = (term, ...value) => el("div", {}, el("dt", {}, term), el("dd", {}, value));
  return el(
    "header",
    { class: "trace-head" },
    el("h1", {}, el("bdi", {}, title)),
    el(
      "dl",
      { class: "facts" },
      fact("Response", el("span", { class: `pill ${root.status}` }, response?.status ?? root.status)),
      fact("Duration", duration(trace.Duration ?? tree.end - tree.start)),
      fact("Started", dateTime(tree.start)),
      fact("Services", services),
      fact("Segments", tree.byId.size),
      fact("With trouble", failed),
      fact("Trace id (also in every log line)", el("code", {}, trace.Id), copyButton("Copy", trace.Id)),
    ),
    trace.LimitExceeded &&
      el("p", { class: "notice" }, "This trace is larger than X-Ray keeps: later parts are missing."),
  );
}
