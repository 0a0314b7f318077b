// Dragging over a chart from left to right: says which share of its width is chosen.

/** onMove and onEnd hear { from, to }, shares of the element's width; onEnd hears null after a mere click. */
export function brush(element, { ready = () => true, onMove, onEnd }) {
  let start = null;
  const share = (event) => {
    const box = element.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  };
  const chosen = (event) => {
    const [from, to] = [start, share(event)].sort((a, b) => a - b);
    return { from, to };
  };
  element.addEventListener("pointerdown", (event) => {
    if (!ready()) return;
    start = share(event);
    element.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  element.addEventListener("pointermove", (event) => {
    if (start !== null) onMove(chosen(event));
  });
  element.addEventListener("pointerup", (event) => {
    if (start === null) return;
    const range = chosen(event);
    start = null;
    onEnd(range.to - range.from > 0.01 ? range : null);
  });
  element.addEventListener("pointercancel", () => (start = null));
}
