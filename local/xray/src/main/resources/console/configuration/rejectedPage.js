// Page of rejected documents with their reasons.
import { rejected } from "../api/client.js";
import { el, setChildren } from "../base/dom.js";
import { bytes, dateTime } from "../base/format.js";
import { copyButton } from "../ui/copyButton.js";

export class RejectedPage {
  #body = el("div");
  #shown = "";
  element = el(
    "section",
    { class: "card" },
    el("h2", {}, "Rejected documents"),
    el(
      "p",
      { class: "hint" },
      "AWS X-Ray drops these silently. Here is what was wrong with each; the latest 200 are kept.",
    ),
    this.#body,
  );

  /** Redraws the list only if it changed, so that opened entries stay open. */
  async refresh() {
    const list = (await rejected()).rejected ?? [];
    const text = JSON.stringify(list);
    if (text === this.#shown) return;
    this.#shown = text;
    if (list.length) setChildren(this.#body, el("ul", { class: "rejections" }, list.map(entry)));
    else setChildren(this.#body, el("p", { class: "good" }, "None. Every document that came in was accepted."));
  }
}

function entry({ time, source, code, detail, id, bytes: size, snippet }) {
  const facts = [source && `came by ${source}`, id && `id ${id}`, size && bytes(size)].filter(Boolean).join(", ");
  const head = el(
    "summary",
    {},
    el("span", { class: "pill fault" }, code ?? "Rejected"),
    el("span", { class: "reason" }, detail ?? ""),
    el("time", {}, dateTime(time)),
  );
  return el(
    "li",
    {},
    el(
      "details",
      {},
      head,
      el("p", { class: "hint" }, facts),
      snippet && [copyButton("Copy", snippet), el("pre", { class: "json", tabindex: 0 }, snippet)],
    ),
  );
}
