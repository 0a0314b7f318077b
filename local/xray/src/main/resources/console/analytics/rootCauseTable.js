// Table of the root causes of two sets of traces, as paths from service to service.
import { el, setChildren } from "../base/dom.js";
import { count, shortName } from "../base/format.js";
import { typeIcon } from "../ui/icons.js";
import { compareRootCauses, prevailingKind, ROOT_CAUSE_KINDS } from "./rootCauses.js";
import { shareCells, shareHeaders } from "./shareCells.js";

const MAX_ROWS = 12;
const EMPTY_TEXTS = {
  responsetime: "No single call took more than half of its request's time.",
  fault: "No fault in these traces says what caused it.",
  error: "No error in these traces says what caused it.",
};

export class RootCauseTable {
  #onRefine;
  #onKind;
  #tabs = el("div", { class: "segmented", role: "group", "aria-label": "Root causes of" });
  #body = el("div", { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Root causes" });

  constructor({ onRefine, onKind }) {
    this.#onRefine = onRefine;
    this.#onKind = onKind;
    this.element = el(
      "section",
      { class: "card causes" },
      el("div", { class: "card-head" }, el("h2", {}, "Root causes"), this.#tabs),
      this.#body,
    );
  }

  /** tracesB is null without a comparison. */
  show(tracesA, tracesB, wanted) {
    const compared = Object.keys(ROOT_CAUSE_KINDS).map((kind) => ({
      kind,
      rows: compareRootCauses(kind, tracesA, tracesB ?? []),
    }));
    const chosen = compared.find(({ kind }) => kind === wanted) ?? prevailingKind(compared);
    setChildren(
      this.#tabs,
      compared.map(({ kind, rows }) => this.#tab(kind, rows.length, kind === chosen.kind)),
    );
    setChildren(
      this.#body,
      chosen.rows.length
        ? this.#table(chosen.rows, Boolean(tracesB))
        : el("p", { class: "hint" }, EMPTY_TEXTS[chosen.kind]),
    );
  }

  #tab(kind, paths, pressed) {
    return el(
      "button",
      { type: "button", "data-kind": kind, "aria-pressed": String(pressed), onclick: () => this.#onKind(kind) },
      ROOT_CAUSE_KINDS[kind].label,
      el("span", { class: "tab-count" }, count(paths)),
    );
  }

  #table(rows, both) {
    const head = el("tr", {}, el("th", { scope: "col" }, "Path"), shareHeaders(both));
    const rest = rows.length > MAX_ROWS && el("p", { class: "hint" }, `${count(rows.length - MAX_ROWS)} rarer paths`);
    return [
      el(
        "table",
        { class: "table shares" },
        el("thead", {}, head),
        el(
          "tbody",
          {},
          rows.slice(0, MAX_ROWS).map((row) => this.#row(row, both)),
        ),
      ),
      rest,
    ];
  }

  #row(row, both) {
    const { filter, path } = row.value;
    const words = path
      .map(({ service, entities, exceptions }) =>
        [shortName(service), ...entities, ...exceptions.map(({ name }) => name)].join(", "),
      )
      .join(", then ");
    const refine = el(
      "button",
      {
        type: "button",
        class: "cause-path",
        "aria-label": `Keep traces with this root cause: ${words}`,
        onclick: () => this.#onRefine(filter),
      },
      path.map(step),
    );
    return el("tr", {}, el("td", { class: "path-cell" }, refine), shareCells(row, both));
  }
}

function step({ service, type, inferred, entities, exceptions }, i) {
  return [
    i > 0 && el("span", { class: "arrow", "aria-hidden": "true" }, "→"),
    el(
      "span",
      { class: `step ${inferred ? "inferred" : ""}` },
      el("span", { class: "step-name", title: service }, typeIcon(type), el("bdi", {}, shortName(service))),
      entities.length > 0 && el("span", { class: "step-entities" }, el("bdi", {}, entities.join(" › "))),
      exceptions.length > 0 &&
        el(
          "span",
          { class: "step-exception", title: exceptions.map(({ name, message }) => `${name}: ${message}`).join("\n") },
          el("bdi", {}, abbreviate(exceptions)),
        ),
    ),
  ];
}

/** The first and the last exception of a chain. */
function abbreviate(exceptions) {
  const names = [...new Set(exceptions.map(({ name }) => name.split(".").at(-1)))];
  return names.length > 2 ? `${names[0]} ← … ← ${names.at(-1)}` : names.join(" ← ");
}
