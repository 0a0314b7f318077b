// Zoom and pan of an SVG drawing by wheel, pinch, drag and keys.

const MIN_SCALE = 0.15;
const MAX_SCALE = 3;
/** Texts are legible from this scale on. On a phone the map isn't fitted below it. */
const LEGIBLE_SCALE = 0.6;
/** With less height below what covers the top, the map isn't fitted below it. */
const LEAST_HEIGHT = 240;
/** Below this scale only names are shown. */
const NAMES_ONLY_SCALE = 0.5;

export class PanZoom {
  #svg;
  #viewport;
  #pointers = new Map();
  x = 0;
  y = 0;
  scale = 1;
  /** Whether the user has zoomed or panned. From then on the view isn't fitted automatically. */
  movedByUser = false;

  constructor(svg, viewport) {
    this.#svg = svg;
    this.#viewport = viewport;
    svg.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    svg.addEventListener("pointerdown", (event) => this.#down(event));
    svg.addEventListener("pointermove", (event) => this.#move(event));
    for (const end of ["pointerup", "pointercancel"])
      svg.addEventListener(end, (event) => this.#pointers.delete(event.pointerId));
  }

  /** Whether texts are too small to read. */
  get illegible() {
    return this.scale < LEGIBLE_SCALE;
  }

  /** Fits a box of the drawing into the view, less the space at the top, bottom and right. */
  fit(box, { maxScale = 1.25, top = 0, bottom = 0, right = 0 } = {}) {
    const width = this.#svg.clientWidth - right;
    const below = this.#svg.clientHeight - top - bottom;
    if (below < LEAST_HEIGHT) top = 0;
    const height = this.#svg.clientHeight - top - bottom;
    if (width <= 0 || height <= 0 || !box.width) return;
    this.scale = clamp(Math.min(width / box.width, height / box.height, maxScale));
    if (this.scale < LEGIBLE_SCALE && width < 600) this.scale = LEGIBLE_SCALE;
    this.x = Math.max(width - box.width * this.scale, 0) / 2 - box.x * this.scale;
    this.y = top + height / 2 - (box.y + box.height / 2) * this.scale;
    this.#apply();
  }

  zoom(factor, at = { x: this.#svg.clientWidth / 2, y: this.#svg.clientHeight / 2 }) {
    const scale = clamp(this.scale * factor);
    this.x = at.x - ((at.x - this.x) * scale) / this.scale;
    this.y = at.y - ((at.y - this.y) * scale) / this.scale;
    this.scale = scale;
    this.movedByUser = true;
    this.#apply();
  }

  pan(dx, dy) {
    this.x += dx;
    this.y += dy;
    this.movedByUser = true;
    this.#apply();
  }

  /** Centres a point of the drawing at a legible scale. */
  centre({ x, y }) {
    this.scale = Math.max(this.scale, LEGIBLE_SCALE);
    this.x = this.#svg.clientWidth / 2 - x * this.scale;
    this.y = this.#svg.clientHeight / 2 - y * this.scale;
    this.#apply();
  }

  /** Whether a box of the drawing is entirely visible. */
  isVisible({ x, y, width, height }) {
    const [left, top] = [(x - width / 2) * this.scale + this.x, (y - height / 2) * this.scale + this.y];
    return (
      left >= 0 &&
      top >= 0 &&
      left + width * this.scale <= this.#svg.clientWidth &&
      top + height * this.scale <= this.#svg.clientHeight
    );
  }

  #apply() {
    this.#svg.classList.toggle("far", this.scale < NAMES_ONLY_SCALE);
    this.#viewport.setAttribute(
      "transform",
      `translate(${this.x.toFixed(2)} ${this.y.toFixed(2)}) scale(${this.scale.toFixed(4)})`,
    );
  }

  #wheel(event) {
    event.preventDefault();
    const box = this.#svg.getBoundingClientRect();
    this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), {
      x: event.clientX - box.left,
      y: event.clientY - box.top,
    });
  }

  #down(event) {
    if (event.target.closest("[data-node]") && this.#pointers.size === 0) return;
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  #move(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    if (
      !this.#svg.hasPointerCapture(event.pointerId) &&
      Math.hypot(event.clientX - before.x, event.clientY - before.y) < 3
    )
      return;
    this.#svg.setPointerCapture(event.pointerId);
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    if (!other) return this.pan(now.x - before.x, now.y - before.y);
    const box = this.#svg.getBoundingClientRect();
    const between = { x: (now.x + other.x) / 2 - box.left, y: (now.y + other.y) / 2 - box.top };
    this.zoom(distance(now, other) / (distance(before, other) || 1), between);
  }
}

function clamp(scale) {
  return Math.min(Math.max(scale, MIN_SCALE), MAX_SCALE);
}

function distance(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
