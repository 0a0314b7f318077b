// Banner that is shown on every screen while X-Ray Local doesn't answer.
import { onReachabilityChange, status } from "../api/client.js";
import { el, setText } from "../base/dom.js";
import { clock } from "../base/format.js";

const RETRY_MILLIS = 2000;

export class ConnectionBanner {
  #onBack;
  #text = el("span");
  element = el(
    "div",
    { class: "lost", role: "alert", hidden: true },
    el("b", {}, "X-Ray Local doesn't answer."),
    " ",
    this.#text,
  );

  /** onBack() is called when X-Ray Local answers again. */
  constructor({ onBack }) {
    this.#onBack = onBack;
    onReachabilityChange((reached) => (reached ? this.#reconnected() : this.#showLost()));
  }

  #showLost() {
    setText(
      this.#text,
      `What is shown is as of ${clock(Date.now() / 1000)}. Start it again, and this page goes on by itself.`,
    );
    this.element.hidden = false;
    this.#retry();
  }

  /** Any successful request hides the banner: this one, or one of the screen. */
  #retry() {
    setTimeout(() => {
      if (!this.element.hidden) status().catch(() => this.#retry());
    }, RETRY_MILLIS);
  }

  #reconnected() {
    this.element.hidden = true;
    this.#onBack();
  }
}
