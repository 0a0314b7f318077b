// Escape key of a screen, wherever the focus is.

/**
 * Calls onEscape() for each press of Escape that nothing else has used. A form or a search field that has a text keeps its
 * own. Returns a function that ends this.
 */
export function listenForEscape(onEscape) {
  const listener = (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const field = event.target.closest?.("form, input[type=search]");
    if (field && (field.matches("form") || field.value)) return;
    onEscape();
  };
  document.addEventListener("keydown", listener);
  return () => document.removeEventListener("keydown", listener);
}
