// Copy button.
import { el } from "../base/dom.js";

/** Copies text, or the result of text(), to the clipboard and confirms on the button. */
export function copyButton(label, text, props = {}) {
  const button = el("button", { type: "button", class: "quiet", ...props }, label);
  button.addEventListener("click", async () => {
    const done = await copy(typeof text === "function" ? text() : text);
    button.textContent = done ? "Copied" : "Copy failed";
    setTimeout(() => (button.textContent = label), 1500);
  });
  return button;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
