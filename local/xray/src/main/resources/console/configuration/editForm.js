// Form for a group or a sampling rule. An API error is shown at the field that it names.
import { constraintInWords } from "../api/validationError.js";
import { el, setChildren, setText } from "../base/dom.js";

let forms = 0;

export class EditForm {
  #id = ++forms;
  #fields;
  #save;
  #onDone;
  #message = el("p", { class: "form-message", role: "alert", hidden: true });
  #submit;

  /**
   * fields: [{ name, label, hint?, type?: "text" | "number" | "checkbox" | "lines" | "filter", value?, locked? }],
   * named as in the API; save({ name: value }) may reject with an ApiError; onDone(saved) is called at the end.
   */
  constructor({ title, fields, save, onDone }) {
    this.#fields = fields.map((field) => ({ ...field, ...this.#control(field) }));
    this.#save = save;
    this.#onDone = onDone;
    this.#submit = el("button", { class: "primary" }, "Save");
    const cancel = el("button", { type: "button", class: "quiet", onclick: () => onDone(false) }, "Cancel");
    this.element = el(
      "form",
      { class: "edit-form", novalidate: true, "aria-label": title, onsubmit: (event) => this.#submitForm(event) },
      el("h3", {}, title),
      this.#message,
      el(
        "div",
        { class: "fields" },
        this.#fields.map(({ box }) => box),
      ),
      el("p", { class: "buttons" }, this.#submit, cancel),
    );
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && onDone(false));
  }

  focus() {
    this.#fields.find(({ locked }) => !locked)?.input.focus();
  }

  #control({ name, label, hint, type = "text", value, locked }) {
    const id = `form-${this.#id}-${name}`;
    const props = {
      id,
      name,
      disabled: Boolean(locked),
      "aria-describedby": `${id}-hint ${id}-error`,
      autocomplete: "off",
      spellcheck: "false",
    };
    const input =
      type === "lines"
        ? el("textarea", { ...props, rows: 2 })
        : el("input", {
            ...props,
            type: type === "checkbox" ? type : "text",
            inputmode: type === "number" ? "decimal" : null,
          });
    if (type === "checkbox") input.checked = Boolean(value);
    else input.value = value ?? "";
    const error = el("p", { class: "field-error", id: `${id}-error` });
    const text = el("p", { class: "hint", id: `${id}-hint` }, hint ?? "");
    const box = el("div", { class: `field ${type}` }, el("label", { for: id }, label), input, text, error);
    return { input, error, box };
  }

  async #submitForm(event) {
    event.preventDefault();
    this.#showError(null);
    this.#submit.disabled = true;
    try {
      await this.#save(this.#values());
      this.#onDone(true);
    } catch (error) {
      this.#showError(error);
    }
    this.#submit.disabled = false;
  }

  #values() {
    const values = {};
    for (const { name, type, input, locked } of this.#fields) {
      if (!locked) values[name] = valueOf(name, type, input);
    }
    return values;
  }

  #showError(error) {
    for (const { input, error: line } of this.#fields) {
      input.removeAttribute("aria-invalid");
      setChildren(line);
    }
    this.#message.hidden = true;
    if (!error) return;
    const field = fieldInError(error, this.#fields);
    if (!field) {
      this.#message.hidden = false;
      return setText(this.#message, error.message);
    }
    const caret =
      field.type === "filter" && error.column !== null
        ? el(
            "pre",
            { class: "filter-caret", "aria-hidden": "true" },
            `${field.input.value}\n${" ".repeat(error.column)}▲`,
          )
        : null;
    setChildren(field.error, caret, constraintInWords(error.message, field.name));
    field.input.setAttribute("aria-invalid", "true");
    field.input.focus();
  }
}

function valueOf(name, type, input) {
  if (type === "checkbox") return input.checked;
  const text = input.value.trim();
  if (type !== "number") return text;
  if (text === "") return undefined;
  const number = Number(text.replace(",", "."));
  if (Number.isNaN(number)) throw new Error(`${name} must be a number`);
  return number;
}

/** The field that an error message names, in the API's words or as in "samplingRule.priority", or the filter expression if the message names a column. */
export function fieldInError({ message, column }, fields) {
  const named = fields
    .filter(({ name }) => new RegExp(`\\b${name.replace(/([a-z])([A-Z])/g, "$1 ?$2")}\\b`, "i").test(message))
    .sort((a, b) => b.name.length - a.name.length)[0];
  return named ?? (column !== null && column !== undefined ? fields.find(({ type }) => type === "filter") : undefined);
}
