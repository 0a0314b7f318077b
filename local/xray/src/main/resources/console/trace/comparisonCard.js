// The card in which a trace is compared with another one: choice, progress and result.
import { missingParts, traces, traceSummaries } from "../api/client.js";
import { quote } from "../api/filterExpression.js";
import { el, setChildren } from "../base/dom.js";
import { dateTime, duration } from "../base/format.js";
import { traceIdOf } from "../base/traceId.js";
import { failure } from "../ui/emptyState.js";
import { comparisonTable } from "./comparisonTable.js";
import { buildSpanTree } from "./spanTree.js";

/** Traces of the same address are proposed that began at most this long before or after. */
const PROPOSED_SECONDS = 3600;
const MAX_PROPOSALS = 20;

export class ComparisonCard {
  #tree;
  #id;
  #onWith;
  #onChoose;
  #input = el("input", {
    type: "text",
    list: "other-traces",
    spellcheck: "false",
    autocomplete: "off",
    placeholder: "1-…",
    "aria-label": "Id of the other trace",
  });
  #proposals = el("datalist", { id: "other-traces" });
  #result = el("div");
  #shown = null;

  /** onWith(id) is called with the other trace's id, or null for none; onChoose(span) with a part of this trace. */
  constructor(tree, id, { onWith, onChoose }) {
    [this.#tree, this.#id, this.#onWith, this.#onChoose] = [tree, id, onWith, onChoose];
    this.element = el(
      "details",
      { class: "card comparison-card", ontoggle: () => this.element.open && this.#propose() },
      el("summary", {}, "Compare with another trace"),
      el(
        "form",
        { class: "comparison-choice", onsubmit: (event) => this.#submit(event) },
        this.#input,
        this.#proposals,
        el("button", { type: "submit" }, "Compare"),
      ),
      this.#result,
    );
  }

  /** Shows the comparison with a trace; with null, none. */
  async show(other) {
    this.#shown = other;
    if (!other) return setChildren(this.#result);
    this.element.open = true;
    this.#input.value = other;
    const id = traceIdOf(other);
    if (!id) return this.#tell("This is no trace id: 1-<8 hexadecimal digits>-<24 hexadecimal digits>.");
    if (id === this.#id) return this.#tell("This is the same trace; name another one.");
    this.#tell("Reading the other trace…");
    try {
      const [found, parts] = await Promise.all([traces([id]), missingParts(id)]);
      if (this.#shown !== other) return;
      const [trace] = found.Traces ?? [];
      if (!trace?.Segments?.length) return this.#tell("X-Ray Local has no trace with this id.");
      setChildren(this.#result, comparisonTable(this.#tree, buildSpanTree(trace, parts.documents), this.#onChoose));
    } catch (error) {
      if (this.#shown === other) setChildren(this.#result, failure(error, () => this.show(other)));
    }
  }

  #tell(text) {
    setChildren(this.#result, el("p", { class: "hint", role: "status" }, text));
  }

  #submit(event) {
    event.preventDefault();
    this.#onWith(this.#input.value.trim() || null);
  }

  /** Proposes traces of the same address. */
  async #propose() {
    const url = this.#tree.roots[0]?.doc.http?.request?.url;
    if (!url || this.#proposals.childElementCount) return;
    try {
      const range = { start: this.#tree.start - PROPOSED_SECONDS, end: this.#tree.start + PROPOSED_SECONDS };
      const { TraceSummaries = [] } = await traceSummaries(range, `http.url = ${quote(url)}`);
      const options = TraceSummaries.filter(({ Id }) => Id !== this.#id)
        .slice(0, MAX_PROPOSALS)
        .map(({ Id, StartTime, Duration }) =>
          el("option", { value: Id }, `${StartTime ? dateTime(StartTime) : ""} ${duration(Duration ?? 0)}`),
        );
      setChildren(this.#proposals, options);
    } catch {
      // Without proposals an id can still be typed.
    }
  }
}
