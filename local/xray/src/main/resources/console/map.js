// The service map: asks for the graph again and again, and shows it as a drawing or as a list.
import { serviceGraph } from "./api.js";
import { el, setText, show } from "./dom.js";
import { failure, noTraces } from "./emptystate.js";
import { EventStrip } from "./eventstrip.js";
import { clock } from "./format.js";
import { toGraph } from "./graph.js";
import { sign } from "./icons.js";
import { Layout } from "./layout.js";
import { mapList } from "./maplist.js";
import { MapView } from "./mapview.js";
import { NodePanel } from "./nodepanel.js";
import { go, href, replace } from "./router.js";
import { rangePicker, toRange } from "./timerange.js";

const layout = new Layout();

export class MapScreen {
  title = "Service map";
  #params;
  #paused = false;
  #timer = null;
  #graph = null;
  #panel = null;
  #view = new MapView(layout, { onSelect: (key) => this.#select(key) });
  #stage = el("div", { class: "stage" });
  #side = el("div", { class: "side", hidden: true });
  #events = new EventStrip();
  #picker = el("div");
  #when = el("span", { class: "when" });
  #pause = el("button", { type: "button", class: "quiet", onclick: () => this.#togglePause() }, "Pause");
  #listButton = el("button", { type: "button", class: "quiet", onclick: () => this.#go({ view: this.#params.view === "list" ? null : "list" }) });
  #find = el("input", { type: "search", placeholder: "Find a node", "aria-label": "Find a node", oninput: () => this.#highlight() });

  constructor(route) {
    this.element = el(
      "section",
      { class: "screen map-screen" },
      el("h1", { class: "unseen" }, "Service map"),
      el("div", { class: "toolbar" }, this.#picker, this.#pause, this.#when, el("span", { class: "spring" }), this.#find, this.#listButton),
      el("div", { class: "map-body" }, this.#stage, this.#side),
    );
    this.#find.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.#selectFound();
    });
    this.element.addEventListener("keydown", (event) => {
      const { selected } = this.#params;
      if (event.key !== "Escape" || !selected) return;
      this.#select(null);
      this.#view.focus(selected);
    });
    this.update(route);
  }

  update({ params }) {
    const moved = !this.#params || params.range !== this.#params.range;
    this.#params = params;
    setText(this.#listButton, params.view === "list" ? "Map" : "List");
    if (moved) show(this.#picker, rangePicker(params.range, (range) => this.#go({ range })));
    if (moved || !this.#graph) this.#load();
    else this.#draw();
  }

  close() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.closed = true;
  }

  #go(change) {
    go(href("service-map", { ...this.#params, ...change }));
  }

  #select(key) {
    replace(href("service-map", { ...this.#params, selected: key === this.#params.selected ? null : key }));
  }

  #togglePause() {
    this.#paused = !this.#paused;
    this.#pause.textContent = this.#paused ? "Resume" : "Pause";
    if (this.#paused) clearTimeout(this.#timer);
    else this.#load();
  }

  async #load() {
    clearTimeout(this.#timer);
    const range = toRange(this.#params.range);
    try {
      if (!document.hidden || !this.#graph) {
        this.#events.load(range);
        this.#graph = { ...toGraph(await serviceGraph(range), range), range };
        if (!this.closed) this.#draw();
      }
    } catch (error) {
      if (!this.closed) show(this.#stage, failure(error, () => this.#load()));
    }
    if (!this.closed && !this.#paused && range.live) this.#timer = setTimeout(() => this.#load(), range.seconds > 900 ? 10000 : 2000);
  }

  #draw() {
    const { nodes, range } = this.#graph;
    setText(this.#when, range.live ? `as of ${clock(range.end)}` : "");
    this.#when.classList.toggle("live", range.live && !this.#paused);
    this.#pause.hidden = !range.live;
    if (!nodes.length) show(this.#stage, noTraces(range));
    else if (this.#params.view === "list") this.#drawList();
    else this.#drawMap();
    this.#drawPanel();
  }

  #drawMap() {
    if (!this.#stage.contains(this.#view.element)) show(this.#stage, this.#view.element, this.#events.element, this.#controls(), legend());
    this.#view.show(this.#graph);
    this.#view.select(this.#params.selected ?? null);
    this.#highlight();
  }

  /** Drawn anew each time; the row that has the focus keeps it. */
  #drawList() {
    const focused = this.#stage.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    show(this.#stage, mapList(this.#graph, (key) => this.#select(key)));
    if (focused) this.#stage.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  #drawPanel() {
    const key = this.#params.selected;
    const thing = key && [...this.#graph.nodes, ...this.#graph.edges].find((each) => each.key === key);
    this.#side.hidden = !thing;
    if (!thing) {
      this.#panel = null;
      return show(this.#side);
    }
    if (this.#panel?.key !== key) {
      this.#panel = new NodePanel(thing, { onSelect: (other) => this.#select(other), onClose: () => this.#select(null) });
      this.#panel.key = key;
      show(this.#side, this.#panel.element);
    }
    this.#panel.update(thing, this.#graph, this.#graph.range);
  }

  #controls() {
    const button = (label, name, onclick) => el("button", { type: "button", "aria-label": label, title: label, onclick }, sign(name));
    return el(
      "div",
      { class: "map-controls", role: "group", "aria-label": "Zoom" },
      button("Zoom in", "plus", () => this.#view.panZoom.zoom(1.25)),
      button("Zoom out", "minus", () => this.#view.panZoom.zoom(0.8)),
      button("Fit the map to the window", "fit", () => {
        this.#view.panZoom.touched = false;
        this.#view.fit();
      }),
      button("Arrange anew", "arrange", () => this.#view.tidy()),
    );
  }

  #highlight() {
    const wanted = this.#find.value.trim().toLowerCase();
    this.#view.highlight(({ name, type }) => !wanted || `${name} ${type}`.toLowerCase().includes(wanted));
  }

  #selectFound() {
    const wanted = this.#find.value.trim().toLowerCase();
    const found = this.#graph?.nodes.find(({ name, type }) => type !== "client" && name.toLowerCase().includes(wanted));
    if (wanted && found) this.#select(found.key);
  }
}

function legend() {
  const entry = (status, text) => el("li", {}, el("i", { class: `dot ${status}` }), text);
  return el(
    "ul",
    { class: "legend", "aria-label": "Legend" },
    entry("ok", "OK"),
    entry("error", "Error 4xx"),
    entry("fault", "Fault 5xx"),
    entry("throttle", "Throttled 429"),
  );
}
