// Banner that is shown on every screen while X-Ray Local restores the traces of its last run.
import { status } from "../api/client.js";
import { el, setText } from "../base/dom.js";
import { count } from "../base/format.js";

const POLL_MILLIS = 1000;

export class RestoreBanner {
  #onRestored;
  #text = el("span");
  element = el(
    "div",
    { class: "restoring", role: "status", hidden: true },
    el("b", {}, "Traces are being restored."),
    " ",
    this.#text,
  );

  /** onRestored() is called once everything is there. */
  constructor({ onRestored }) {
    this.#onRestored = onRestored;
    this.check();
  }

  /** To be called at the start, and whenever X-Ray Local may have been restarted. */
  async check() {
    const { store = {} } = await status().catch(() => ({}));
    if (store.restoring) {
      setText(this.#text, restoreText(store));
      this.element.hidden = false;
      setTimeout(() => this.check(), POLL_MILLIS);
    } else if (!this.element.hidden) {
      this.element.hidden = true;
      this.#onRestored();
    }
  }
}

/** "12,000 documents are still to come; what is shown lacks them. New ones are received meanwhile." */
export function restoreText({ stillToRestore = 0 }) {
  return `${count(stillToRestore)} documents are still to come, and what is shown lacks them. New ones are received and kept meanwhile.`;
}
