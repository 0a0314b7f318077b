// Path of an edge from box to box, along the bends of the layout.

const GAP = 5;
const ARROW = 9;
/** Length of the straight part at both ends of a line. */
const STUB = 16;

/** The SVG path of an edge between two boxes { x, y, width, height }; x and y are their centres; route may be null. */
export function edgePath(from, to, route) {
  if (from === to) return loop(from);
  const bends = route?.bends ?? [];
  const start = port(from, bends[0] ?? to, GAP);
  const end = port(to, bends.at(-1) ?? from, GAP + ARROW);
  return spline([start, stub(start), ...bends, stub(end), end]);
}

/** The position of a label on a drawn path: where the layout reserved space, or in the middle. */
export function labelPosition(path, route) {
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

/** The point where a line toward a point leaves a box: at a side, or at the top or bottom. Lines fan out slightly. */
function port(box, toward, gap) {
  const [dx, dy] = [toward.x - box.x, toward.y - box.y];
  const [right, down] = [Math.sign(dx) || 1, Math.sign(dy) || 1];
  if (Math.abs(dx) >= box.width / 2) {
    return {
      x: box.x + right * (box.width / 2 + gap),
      y: box.y + clampTo(dy * 0.12, box.height * 0.3),
      out: { x: right, y: 0 },
    };
  }
  return {
    x: box.x + clampTo(dx * 0.5, box.width * 0.35),
    y: box.y + down * (box.height / 2 + gap),
    out: { x: 0, y: down },
  };
}

function stub({ x, y, out }) {
  return { x: x + out.x * STUB, y: y + out.y * STUB };
}

function clampTo(value, most) {
  return Math.min(most, Math.max(-most, value));
}

function loop({ x, y, height }) {
  const top = y - height / 2 - GAP;
  return `M${x - 12} ${top}C${x - 40} ${top - 46} ${x + 40} ${top - 46} ${x + 13} ${top - ARROW}`;
}

/** A uniform cubic B-spline, which stays inside the hull of its points. */
function spline(points) {
  let d = `M${coordinates(points[0])}L${coordinates(mix(points[0], points[1], 1 / 6))}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [a, b, c] = [points[i - 1], points[i], points[i + 1]];
    const end = { x: (a.x + 4 * b.x + c.x) / 6, y: (a.y + 4 * b.y + c.y) / 6 };
    d += `C${coordinates(mix(a, b, 1 / 3))} ${coordinates(mix(a, b, 2 / 3))} ${coordinates(end)}`;
  }
  const [before, last] = points.slice(-2);
  return `${d}C${coordinates(mix(before, last, 1 / 3))} ${coordinates(mix(before, last, 2 / 3))} ${coordinates(mix(before, last, 5 / 6))}L${coordinates(last)}`;
}

function mix(a, b, share) {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function coordinates({ x, y }) {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
