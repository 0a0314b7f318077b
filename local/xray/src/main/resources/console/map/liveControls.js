// Pause button of the map, and the time of the shown graph.
import { el, setText } from "../base/dom.js";
import { clock, count } from "../base/format.js";

export class LiveControls {
  paused = false;
  #onToggle;
  #pause = el("button", { type: "button", class: "quiet", onclick: () => this.#toggle() }, "Pause");
  #asOf = el("span", { class: "when" });
  elements = [this.#pause, this.#asOf];

  /** onToggle() is called after each change of paused. */
  constructor({ onToggle }) {
    this.#onToggle = onToggle;
  }

  show(graph) {
    setText(this.#asOf, asOfText(graph));
    this.#asOf.classList.toggle("live", graph.range.live && !this.paused);
    this.#pause.hidden = !graph.range.live;
  }

  /** The shown graph is no longer updated. */
  markOutdated() {
    this.#asOf.classList.remove("live");
  }

  /** No graph is shown. */
  clear() {
    setText(this.#asOf, "");
  }

  #toggle() {
    this.paused = !this.paused;
    this.#pause.textContent = this.paused ? "Resume" : "Pause";
    this.#asOf.classList.toggle("live", !this.paused);
    this.#onToggle();
  }
}

function asOfText({ range, traces }) {
  if (!traces) return range.live ? `as of ${clock(range.end)}` : "";
  const n = traces.found.length;
  return `${traces.more ? "newest " : ""}${count(n)} ${n === 1 ? "trace" : "traces"}`;
}
