// A card with a table of things that can be added, changed and deleted; groups and sampling rules are such things.
import { el, show } from "../base/dom.js";
import { deleteButton, EditForm } from "./editForm.js";

const DEFAULT = "Default";

export class EditedTable {
  #kind;
  #form = el("div");
  #message = el("p", { class: "form-message", role: "alert", hidden: true });
  #table = el("div");
  #shown = "";

  /**
   * kind says all about the things: title, hint, note, mark (data-<mark> is a row's name), noun, columns; read() asks for
   * them, things(answer) lists them, nameOf(thing), cells(thing, answer) → the row's; fields(thing or null) and
   * save(thing or null, values) for the form, remove(name). The one called Default stays.
   */
  constructor(kind) {
    this.#kind = kind;
    const add = el("button", { type: "button", class: "primary", onclick: () => this.#edit(null) }, `New ${kind.noun}`);
    this.element = el("section", { class: "card" }, el("div", { class: "card-head" }, el("h2", {}, kind.title), add), el("p", { class: "hint" }, kind.hint), this.#message, this.#form, this.#table);
  }

  /** Drawn anew only if something is different; the button that has the focus keeps it. */
  async refresh() {
    const answer = await this.#kind.read();
    const text = JSON.stringify(answer);
    if (text === this.#shown) return;
    this.#shown = text;
    const focused = this.#table.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
    show(this.#table, this.#draw(answer));
    if (focused) this.#table.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }

  #draw(answer) {
    const { title, columns, note, things } = this.#kind;
    const head = el("tr", {}, [...columns, "Change"].map((text) => el("th", { scope: "col" }, text)));
    const table = el("table", { class: "table" }, el("thead", {}, head), el("tbody", {}, things(answer).map((thing) => this.#row(thing, answer))));
    return [el("div", { class: "scroll-x", tabindex: 0, role: "region", "aria-label": title }, table), note && el("p", { class: "hint" }, note)];
  }

  #row(thing, answer) {
    const { mark, nameOf, cells } = this.#kind;
    const name = nameOf(thing);
    const edit = el("button", { type: "button", class: "quiet", "data-focus": `edit ${name}`, "aria-label": `Edit ${name}`, onclick: () => this.#edit(thing) }, "Edit");
    const remove = deleteButton(name, () => this.#remove(name));
    remove.dataset.focus = `delete ${name}`;
    return el("tr", { [`data-${mark}`]: name }, cells(thing, answer), el("td", {}, el("span", { class: "row-buttons" }, edit, name !== DEFAULT && remove)));
  }

  #edit(thing) {
    const { noun, nameOf, fields, save } = this.#kind;
    const form = new EditForm({
      title: thing ? `${noun[0].toUpperCase()}${noun.slice(1)} ${nameOf(thing)}` : `New ${noun}`,
      fields: fields(thing, thing !== null && nameOf(thing) === DEFAULT),
      save: (values) => save(thing, values),
      onDone: () => {
        show(this.#form);
        this.#again();
      },
    });
    show(this.#form, form.element);
    form.focus();
  }

  async #remove(name) {
    this.#message.hidden = true;
    try {
      await this.#kind.remove(name);
    } catch (error) {
      this.#message.hidden = false;
      show(this.#message, error.message);
    }
    await this.#again();
  }

  #again() {
    this.#shown = "";
    return this.refresh();
  }
}
