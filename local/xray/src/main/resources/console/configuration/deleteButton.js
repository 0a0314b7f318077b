// Delete button.
import { el } from "../base/dom.js";

/** Asks for confirmation by a second press. */
export function deleteButton(what, onDelete) {
  const button = el("button", { type: "button", class: "quiet", "aria-label": `Delete ${what}` }, "Delete");
  const calm = () => {
    button.textContent = "Delete";
    button.classList.remove("danger");
    button.setAttribute("aria-label", `Delete ${what}`);
  };
  button.addEventListener("blur", calm);
  button.addEventListener("click", () => {
    if (button.classList.contains("danger")) return onDelete();
    button.textContent = "Really?";
    button.classList.add("danger");
    button.setAttribute("aria-label", `Really delete ${what}?`);
  });
  return button;
}
