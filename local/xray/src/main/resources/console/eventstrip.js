// What was done to the system lately (a kill, a change of capacity), as it was told to X-Ray Local.
import { events } from "./api.js";
import { el, show } from "./dom.js";
import { clock } from "./format.js";

const SHOWN = 4;

export class EventStrip {
  element = el("ul", { class: "events", "aria-label": "Events", hidden: true });
  #signature = "";

  /** Asks for the events of a time range; the map does without them if there is no answer. */
  async load(range) {
    try {
      this.#show((await events(range)).events ?? []);
    } catch {
      this.#show([]);
    }
  }

  #show(list) {
    const latest = list.slice(-SHOWN).reverse();
    const signature = JSON.stringify(latest);
    if (signature === this.#signature) return;
    this.#signature = signature;
    this.element.hidden = !latest.length;
    show(this.element, latest.map(({ time, title, detail }) => el("li", { title: detail }, el("time", {}, clock(time)), el("bdi", {}, title))));
  }
}
