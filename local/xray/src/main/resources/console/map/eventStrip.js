// The latest events, shown on the map with links to the comparison around each. The list folds, since it covers part of the map.
import { compareLink } from "../api/events.js";
import { el, setChildren, setText } from "../base/dom.js";
import { clock, count } from "../base/format.js";

const MAX_SHOWN = 3;

/** Lasts as long as the page, so that a folded list stays so on the way to another screen and back. */
let folded = matchMedia("(max-width: 700px)").matches;

export class EventStrip {
  #list = el("ul");
  #more = el("p", { class: "hint" });
  #title = el("summary");
  #fold = el("details", { open: !folded, ontoggle: () => this.#folded() }, this.#title, this.#list, this.#more);
  #onResize;
  element = el("section", { class: "events", "aria-label": "Events", hidden: true }, this.#fold);
  #signature = "";

  /** onResize() is called after the list has become higher or lower. */
  constructor({ onResize }) {
    this.#onResize = onResize;
  }

  /** How much of the map's height the list takes; 0 while it is folded, since its title covers a corner only. */
  get height() {
    return this.element.hidden || !this.#fold.open ? 0 : this.element.offsetTop + this.element.offsetHeight;
  }

  #folded() {
    folded = !this.#fold.open;
    this.#onResize();
  }

  /** events: oldest first. */
  show(events) {
    const latest = events.slice(-MAX_SHOWN).reverse();
    const signature = JSON.stringify([latest, events.length]);
    if (signature === this.#signature) return;
    this.#signature = signature;
    const before = this.height;
    this.element.hidden = !latest.length;
    setText(this.#title, `${count(events.length)} ${events.length === 1 ? "event" : "events"}`);
    setChildren(this.#list, latest.map(item));
    this.#more.hidden = events.length <= MAX_SHOWN;
    setText(this.#more, `and ${count(events.length - MAX_SHOWN)} before; all are marked below`);
    if (this.height !== before) this.#onResize();
  }
}

function item(event) {
  const link = el(
    "a",
    { href: compareLink(event), "aria-label": `Compare before and after ${event.title}` },
    "Compare",
  );
  return el("li", { title: event.detail }, el("time", {}, clock(event.time)), el("bdi", {}, event.title), link);
}
