// The box of a node on the map: its ring at the left, its texts beside it. Wide and low, so that many fit onto a screen.
import { shorten, shortName } from "../base/format.js";

export const RADIUS = 23;
export const HEIGHT = 64;

const EDGE = { left: 9, right: 20 };
const GAP = 11;
const LONGEST = 24;
/** Room for "264 ms · 1,182/min", whatever the name. */
const FIGURES = { client: 62, other: 122 };
const NAME = "650 15px";

let pen = null;

/** The name that is written: a client's is always the same, and a queue's URL is only its last part. */
export function nodeTitle({ name, type }) {
  return type === "client" ? "Client" : shorten(shortName(name), LONGEST);
}

/** How much room a node takes, which depends on nothing that changes; ring and text are places from its middle. */
export function boxOf(node) {
  const text = Math.max(textWidth(nodeTitle(node)), FIGURES[node.type] ?? FIGURES.other);
  const width = Math.ceil(EDGE.left + 2 * RADIUS + GAP + text + EDGE.right);
  return { width, height: HEIGHT, ring: EDGE.left + RADIUS - width / 2, text: EDGE.left + 2 * RADIUS + GAP - width / 2 };
}

function textWidth(text) {
  if (!pen) {
    pen = document.createElement("canvas").getContext("2d");
    pen.font = `${NAME} ${getComputedStyle(document.body).fontFamily}`;
  }
  return pen.measureText(text).width;
}
