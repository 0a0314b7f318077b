// Drag of a drawn node by the pointer.

/** A shorter movement in pixels is a click. */
const MIN_DISTANCE = 4;

/**
 * position() returns the position at the start; onDrag(start, dx, dy) is called for each movement, onClick() without
 * one.
 */
export function addDrag(element, { position, onDrag, onClick }) {
  let grip = null;
  let moved = false;
  element.addEventListener("pointerdown", (event) => {
    grip = { id: event.pointerId, x: event.clientX, y: event.clientY, start: position() };
    moved = false;
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (grip?.id !== event.pointerId) return;
    const [dx, dy] = [event.clientX - grip.x, event.clientY - grip.y];
    if (!moved && Math.hypot(dx, dy) < MIN_DISTANCE) return;
    moved = true;
    element.classList.add("dragged");
    onDrag(grip.start, dx, dy);
  });
  element.addEventListener("pointerup", () => {
    grip = null;
    element.classList.remove("dragged");
    if (!moved) onClick();
  });
  element.addEventListener("pointercancel", () => (grip = null));
}
