// The line of an edge: from circle to circle, along the bends that the layout chose.

export const RADIUS = 37;
/** The circle sits above the middle of its box, since the texts hang below it. */
export const LIFT = 36;

const GAP = 6;
const ARROW = 9;

/** The SVG path of an edge between two places; route may be null. */
export function edgePath(from, to, route) {
  if (from === to) return loop(from);
  const start = lifted(from);
  const end = lifted(to);
  const bends = (route?.bends ?? []).map(lifted);
  const first = toward(start, bends[0] ?? end, RADIUS + GAP);
  const last = toward(end, bends.at(-1) ?? start, RADIUS + GAP + ARROW);
  return spline([first, ...bends, last]);
}

/** Where along a drawn path its label goes: at the x that the layout kept free, or half way. */
export function labelPlace(path, route) {
  const length = path.getTotalLength();
  let [low, high] = [0, length];
  const forward = path.getPointAtLength(length).x >= path.getPointAtLength(0).x;
  if (!route) return path.getPointAtLength(length / 2);
  for (let i = 0; i < 12; i++) {
    const middle = (low + high) / 2;
    if (path.getPointAtLength(middle).x < route.label.x === forward) low = middle;
    else high = middle;
  }
  return path.getPointAtLength(low);
}

function lifted({ x, y }) {
  return { x, y: y - LIFT };
}

function loop({ x, y }) {
  const top = y - LIFT - RADIUS - GAP;
  return `M${x - 12} ${top + 4}C${x - 40} ${top - 46} ${x + 40} ${top - 46} ${x + 13} ${top - ARROW}`;
}

function toward(from, to, distance) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return { x: from.x + (dx / length) * distance, y: from.y + (dy / length) * distance };
}

/** A uniform cubic B-spline: it never swings out beyond its points. */
function spline(points) {
  let d = `M${at(points[0])}`;
  if (points.length === 2) return `${d}L${at(points[1])}`;
  d += `L${at(mix(points[0], points[1], 1 / 6))}`;
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
