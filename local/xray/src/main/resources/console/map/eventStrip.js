// The latest things that were done to the system, on the map: what, when, and the way to what they changed.
import { el, setText, show } from "../base/dom.js";
import { compareAround } from "../api/events.js";
import { clock, count } from "../base/format.js";

const SHOWN = 3;

export class EventStrip {
  #list = el("ul");
  #more = el("p", { class: "hint" });
  element = el("section", { class: "events", "aria-label": "Events", hidden: true }, this.#list, this.#more);
  #signature = "";

  /** Events, oldest first. */
  show(events) {
    const latest = events.slice(-SHOWN).reverse();
    const signature = JSON.stringify([latest, events.length]);
    if (signature === this.#signature) return;
    this.#signature = signature;
    this.element.hidden = !latest.length;
    show(this.#list, latest.map(item));
    this.#more.hidden = events.length <= SHOWN;
    setText(this.#more, `and ${count(events.length - SHOWN)} before; all are marked below`);
  }
}

function item(event) {
  const link = el("a", { href: compareAround(event), "aria-label": `Compare before and after ${event.title}` }, "Compare");
  return el("li", { title: event.detail }, el("time", {}, clock(event.time)), el("bdi", {}, event.title), link);
}
