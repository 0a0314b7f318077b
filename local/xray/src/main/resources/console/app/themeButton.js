// Light, dark, or what the system says. The choice is kept in this browser.
import { el } from "../base/dom.js";

const KEY = "xray-local.theme";
const NEXT = { auto: "light", light: "dark", dark: "auto" };

apply(chosen());

export function themeButton() {
  const button = el("button", { type: "button", class: "quiet theme-button" });
  const label = () => {
    button.textContent = { auto: "◐", light: "☀", dark: "☾" }[chosen()];
    button.setAttribute("aria-label", `Colours: ${chosen()}. Change to ${NEXT[chosen()]}`);
    button.title = `Colours: ${chosen()}`;
  };
  button.addEventListener("click", () => {
    apply(NEXT[chosen()]);
    label();
  });
  label();
  return button;
}

function chosen() {
  return document.documentElement.dataset.theme ?? stored();
}

function stored() {
  try {
    return NEXT[localStorage.getItem(KEY)] ? localStorage.getItem(KEY) : "auto";
  } catch {
    return "auto";
  }
}

function apply(theme) {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing still shows the theme.
  }
}
