// Brush: selects a horizontal range of a chart by dragging.

/** onMove and onEnd receive { from, to } as shares of the element's width; onEnd receives null after a click. */
export function addBrush(element, { ready = () => true, onMove, onEnd }) {
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
