// Button for the colour theme: light, dark or the system's. The choice is kept in this browser.
import { el } from "../base/dom.js";

const STORAGE_KEY = "xray-local.theme";
const NEXT_THEME = { auto: "light", light: "dark", dark: "auto" };

apply(chosen());

export function themeButton() {
  const button = el("button", { type: "button", class: "quiet theme-button" });
  const label = () => {
    button.textContent = { auto: "◐", light: "☀", dark: "☾" }[chosen()];
    button.setAttribute("aria-label", `Colours: ${chosen()}. Change to ${NEXT_THEME[chosen()]}`);
    button.title = `Colours: ${chosen()}`;
  };
  button.addEventListener("click", () => {
    apply(NEXT_THEME[chosen()]);
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
    return NEXT_THEME[localStorage.getItem(STORAGE_KEY)] ? localStorage.getItem(STORAGE_KEY) : "auto";
  } catch {
    return "auto";
  }
}

function apply(theme) {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Without storage the theme lasts until the page is reloaded.
  }
}
