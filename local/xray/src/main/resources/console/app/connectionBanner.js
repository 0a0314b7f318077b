// Says above every screen when X-Ray Local doesn't answer any more, and looks for it until it does.
import { onReach, status } from "../api/client.js";
import { el, setText } from "../base/dom.js";
import { clock } from "../base/format.js";

const EVERY = 2000;

export class Connection {
  #onBack;
  #text = el("span");
  element = el("div", { class: "lost", role: "alert", hidden: true }, el("b", {}, "X-Ray Local doesn't answer."), " ", this.#text);

  /** onBack() is called when it answers again. */
  constructor({ onBack }) {
    this.#onBack = onBack;
    onReach((reached) => (reached ? this.#back() : this.#lost()));
  }

  #lost() {
    setText(this.#text, `What is shown is as of ${clock(Date.now() / 1000)}. Start it again, and this page goes on by itself.`);
    this.element.hidden = false;
    this.#look();
  }

  /** Any request that is answered ends the search: this one, or a screen's own. */
  #look() {
    setTimeout(() => {
      if (!this.element.hidden) status().catch(() => this.#look());
    }, EVERY);
  }

  #back() {
    this.element.hidden = true;
    this.#onBack();
  }
}
