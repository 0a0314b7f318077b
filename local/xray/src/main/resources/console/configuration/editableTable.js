// Card with a table of groups or sampling rules that can be created, changed and deleted.
import { el, setChildren } from "../base/dom.js";
import { deleteButton } from "./deleteButton.js";
import { EditForm } from "./editForm.js";

const DEFAULT = "Default";

export class EditableTable {
  #kind;
  #form = el("div");
  #message = el("p", { class: "form-message", role: "alert", hidden: true });
  #table = el("div");
  #shown = "";

  /**
   * kind describes the entries: title, hint, note, noun, columns, and mark (data-<mark> holds a row's name); read()
   * fetches them, things(response) lists them; nameOf(thing) and cells(thing, response) for a row; fields(thing or
   * null) and save(thing or null, values) for the form; remove(name). The entry named Default can't be deleted.
   */
  constructor(kind) {
    this.#kind = kind;
    const add = el("button", { type: "button", class: "primary", onclick: () => this.#edit(null) }, `New ${kind.noun}`);
    this.element = el(
      "section",
      { class: "card" },
      el("div", { class: "card-head" }, el("h2", {}, kind.title), add),
      el("p", { class: "hint" }, kind.hint),
      this.#message,
      this.#form,
      this.#table,
    );
  }

  /** Redraws the table if the response changed, and keeps the focus. */
  async refresh() {
    const answer = await this.#kind.read();
    const text = JSON.stringify(answer);
    if (text === this.#shown) return;
    this.#shown = text;
    const focused = this.#table.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
    setChildren(this.#table, this.#draw(answer));
    if (focused) this.#table.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }

  #draw(answer) {
    const { title, columns, note, things } = this.#kind;
    const head = el(
      "tr",
      {},
      [...columns, "Change"].map((text) => el("th", { scope: "col" }, text)),
    );
    const table = el(
      "table",
      { class: "table" },
      el("thead", {}, head),
      el(
        "tbody",
        {},
        things(answer).map((thing) => this.#row(thing, answer)),
      ),
    );
    return [
      el("div", { class: "scroll-x", tabindex: 0, role: "region", "aria-label": title }, table),
      note && el("p", { class: "hint" }, note),
    ];
  }

  #row(thing, answer) {
    const { mark, nameOf, cells } = this.#kind;
    const name = nameOf(thing);
    const edit = el(
      "button",
      {
        type: "button",
        class: "quiet",
        "data-focus": `edit ${name}`,
        "aria-label": `Edit ${name}`,
        onclick: () => this.#edit(thing),
      },
      "Edit",
    );
    const remove = deleteButton(name, () => this.#remove(name));
    remove.dataset.focus = `delete ${name}`;
    return el(
      "tr",
      { [`data-${mark}`]: name },
      cells(thing, answer),
      el("td", {}, el("span", { class: "row-buttons" }, edit, name !== DEFAULT && remove)),
    );
  }

  #edit(thing) {
    const { noun, nameOf, fields, save } = this.#kind;
    const form = new EditForm({
      title: thing ? `${noun[0].toUpperCase()}${noun.slice(1)} ${nameOf(thing)}` : `New ${noun}`,
      fields: fields(thing, thing !== null && nameOf(thing) === DEFAULT),
      save: (values) => save(thing, values),
      onDone: () => {
        setChildren(this.#form);
        this.#reload();
      },
    });
    setChildren(this.#form, form.element);
    form.focus();
  }

  async #remove(name) {
    this.#message.hidden = true;
    try {
      await this.#kind.remove(name);
    } catch (error) {
      this.#message.hidden = false;
      setChildren(this.#message, error.message);
    }
    await this.#reload();
  }

  #reload() {
    this.#shown = "";
    return this.refresh();
  }
}
