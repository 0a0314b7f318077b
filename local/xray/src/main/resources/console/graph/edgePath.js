// The line of an edge: from box to box, along the bends that the layout chose.

const GAP = 5;
const ARROW = 9;
/** So far a line runs straight out of its box and into the other. */
const STUB = 16;

/** The SVG path of an edge between two boxes { x, y, width, height }, x and y being their middles; route may be null. */
export function edgePath(from, to, route) {
  if (from === to) return loop(from);
  const bends = route?.bends ?? [];
  const start = port(from, bends[0] ?? to, GAP);
  const end = port(to, bends.at(-1) ?? from, GAP + ARROW);
  return spline([start, beyond(start), ...bends, beyond(end), end]);
}

/** Where along a drawn path its label goes: where the layout kept room for it, or half way. */
export function labelPlace(path, route) {
  const length = path.getTotalLength();
  let [low, high] = [0, length];
  const forward = path.getPointAtLength(length).x >= path.getPointAtLength(0).x;
  if (!route?.label) return path.getPointAtLength(length / 2);
  for (let i = 0; i < 12; i++) {
    const middle = (low + high) / 2;
    if (path.getPointAtLength(middle).x < route.label.x === forward) low = middle;
    else high = middle;
  }
  return path.getPointAtLength(low);
}

/** Where a line toward a point leaves a box: at the side, or above or below what lies right there; lines fan out a little. */
function port(box, toward, gap) {
  const [dx, dy] = [toward.x - box.x, toward.y - box.y];
  const [right, down] = [Math.sign(dx) || 1, Math.sign(dy) || 1];
  if (Math.abs(dx) >= box.width / 2) {
    return { x: box.x + right * (box.width / 2 + gap), y: box.y + within(dy * 0.12, box.height * 0.3), out: { x: right, y: 0 } };
  }
  return { x: box.x + within(dx * 0.5, box.width * 0.35), y: box.y + down * (box.height / 2 + gap), out: { x: 0, y: down } };
}

function beyond({ x, y, out }) {
  return { x: x + out.x * STUB, y: y + out.y * STUB };
}

function within(value, most) {
  return Math.min(most, Math.max(-most, value));
}

function loop({ x, y, height }) {
  const top = y - height / 2 - GAP;
  return `M${x - 12} ${top}C${x - 40} ${top - 46} ${x + 40} ${top - 46} ${x + 13} ${top - ARROW}`;
}

/** A uniform cubic B-spline: it never swings out beyond its points. */
function spline(points) {
  let d = `M${at(points[0])}L${at(mix(points[0], points[1], 1 / 6))}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [a, b, c] = [points[i - 1], points[i], points[i + 1]];
    const end = { x: (a.x + 4 * b.x + c.x) / 6, y: (a.y + 4 * b.y + c.y) / 6 };
    d += `C${at(mix(a, b, 1 / 3))} ${at(mix(a, b, 2 / 3))} ${at(end)}`;
  }
  const [before, last] = points.slice(-2);
  return `${d}C${at(mix(before, last, 1 / 3))} ${at(mix(before, last, 2 / 3))} ${at(mix(before, last, 5 / 6))}L${at(last)}`;
}

function mix(a, b, share) {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function at({ x, y }) {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
