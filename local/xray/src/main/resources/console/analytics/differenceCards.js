// Cards with the differences between two sets of traces, one per attribute, the largest difference first.
import { el, setChildren } from "../base/dom.js";
import { count, shortName } from "../base/format.js";
import { compareFields } from "./differences.js";
import { shareCells, shareHeaders } from "./shareCells.js";

const INITIAL_ROWS = 6;

export class DifferenceCards {
  #onRefine;
  #open = new Set();
  #shown = [];
  element = el("div", { class: "difference-cards" });

  /** onRefine(condition) is called with the condition of the clicked value. */
  constructor({ onRefine }) {
    this.#onRefine = onRefine;
  }

  /** tracesB is null without a comparison. */
  show(tracesA, tracesB) {
    this.#shown = [tracesA, tracesB];
    const fields = compareFields(tracesA, tracesB ?? []);
    setChildren(
      this.element,
      fields.map((each) => this.#card(each, Boolean(tracesB))),
    );
  }

  #card({ name, field, rows }, both) {
    const some = this.#open.has(name) ? rows.slice(0, 50) : rows.slice(0, INITIAL_ROWS);
    const id = `differs-${name}`;
    const more = rows.length > some.length && some.length < 50;
    return el(
      "section",
      { class: "card", "data-field": name, "aria-labelledby": id },
      el("h3", { id }, el("bdi", {}, field.label)),
      el(
        "div",
        { class: "scroll-x", tabindex: 0, role: "region", "aria-label": `${field.label} in A and B` },
        el(
          "table",
          { class: "table compact shares" },
          el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Value"), shareHeaders(both))),
          el(
            "tbody",
            {},
            some.map((row) => this.#row(row, field, both)),
          ),
        ),
      ),
      more &&
        el(
          "button",
          { type: "button", class: "quiet small", onclick: () => this.#expand(name) },
          `${count(rows.length - some.length)} more`,
        ),
    );
  }

  #row(row, field, both) {
    const text = (field.display ?? shortName)(String(row.value));
    const refine = el(
      "button",
      {
        type: "button",
        class: "link",
        title: String(row.value),
        onclick: () => this.#onRefine(field.filter(row.value)),
      },
      el("bdi", {}, text),
    );
    return el("tr", {}, el("td", { class: "wide" }, refine), shareCells(row, both));
  }

  #expand(name) {
    this.#open.add(name);
    this.show(...this.#shown);
    this.element.querySelector(`[data-field="${CSS.escape(name)}"] button.link`)?.focus();
  }
}
