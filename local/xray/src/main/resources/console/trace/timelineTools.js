// Toolbar above a trace's timeline: search, the way along spans with trouble, switches, and the trace as JSON.
import { el, setText } from "../base/dom.js";
import { count, shortName } from "../base/format.js";
import { copyButton } from "../ui/copyButton.js";
import { matchingSpans, neighbour, servicesOf } from "./spanSearch.js";

export class TimelineTools {
  #tree;
  #timeline;
  #found = [];
  #selected = () => null;
  #onGo;
  #result = el("span", { class: "hint", role: "status" });
  #service = el("select", { "aria-label": "Service", onchange: () => this.#search() });
  #input = el("input", { type: "search", placeholder: "Find in this trace", "aria-label": "Find in this trace" });

  /**
   * selected(): the id of the selected span; onGo(id) selects another; switches: [label, on, onChange(on)] of each toggle;
   * json(): the trace as text.
   */
  constructor(tree, timeline, { trouble, selected, onGo, switches, json }) {
    [this.#tree, this.#timeline, this.#selected, this.#onGo] = [tree, timeline, selected, onGo];
    this.#input.addEventListener("input", () => this.#search());
    this.#input.addEventListener("keydown", (event) => this.#handleKey(event));
    const services = servicesOf(tree.roots);
    this.#service.append(
      el("option", { value: "" }, "All services"),
      ...services.map((name) => el("option", { value: name }, shortName(name))),
    );
    this.element = el(
      "div",
      { class: "toolbar" },
      el("h2", {}, "Timeline"),
      el(
        "span",
        { class: "tl-legend" },
        el("span", { class: "gap-sign" }, "gap: nothing recorded"),
        el("span", { class: "inferred-sign" }, "inferred from its caller"),
      ),
      el("span", { class: "spring" }),
      services.length > 1 && this.#service,
      this.#input,
      this.#result,
      trouble.length > 0 && [
        this.#step("← Trouble", "Previous span with trouble", trouble, -1),
        this.#step("Trouble →", "Next span with trouble", trouble, 1),
      ],
      switches.map(([label, on, onChange]) => toggle(label, on, onChange)),
      copyButton("Copy as JSON", json),
    );
  }

  #step(label, description, spans, step) {
    const go = () => this.#onGo(neighbour(spans, this.#selected(), step).id);
    return el("button", { type: "button", class: "quiet", "aria-label": description, onclick: go }, label);
  }

  #search() {
    const text = this.#input.value;
    this.#found = matchingSpans(this.#tree.roots, text, this.#service.value);
    this.#timeline.mark(this.#searches() ? new Set(this.#found.map(({ id }) => id)) : null);
    this.#tellResult();
  }

  #searches() {
    return Boolean(this.#input.value.trim() || this.#service.value);
  }

  #tellResult() {
    const n = this.#found.length;
    const at = this.#found.findIndex(({ id }) => id === this.#selected());
    const words = at < 0 ? `${count(n)} found` : `${count(at + 1)} of ${count(n)}`;
    setText(this.#result, this.#searches() ? words : "");
  }

  /** Enter goes to the next match, Shift-Enter to the one before, Escape clears the field. */
  #handleKey(event) {
    if (event.key === "Escape" && this.#input.value) {
      this.#input.value = "";
      this.#search();
    } else if (event.key === "Enter" && this.#found.length) {
      this.#onGo(neighbour(this.#found, this.#selected(), event.shiftKey ? -1 : 1).id);
      this.#tellResult();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

function toggle(label, on, onChange) {
  const button = el("button", { type: "button", class: "quiet", "aria-pressed": String(on) }, label);
  button.addEventListener("click", () => {
    const now = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(now));
    onChange(now);
  });
  return button;
}
