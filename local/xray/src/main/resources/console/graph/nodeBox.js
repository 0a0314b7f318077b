// Size of a node's box: the ring at the left, the texts beside it. It is wide and low, so that many fit onto a screen.
import { shortName, truncate } from "../base/format.js";

export const RADIUS = 23;
export const HEIGHT = 64;

const PADDING = { left: 9, right: 20 };
const GAP = 11;
const MAX_TITLE = 24;
/** Width of "264 ms · 1,182/min", whatever the name is. */
const FIGURES = { client: 62, other: 122 };
const NAME = "650 15px";

let context = null;

/** The displayed name: Client for all clients, the last part of a queue's URL. */
export function nodeTitle({ name, type }) {
  return type === "client" ? "Client" : truncate(shortName(name), MAX_TITLE);
}

/** A box depends only on name and type; ring and text are offsets from its centre. */
export function nodeBox(node) {
  const text = Math.max(textWidth(nodeTitle(node)), FIGURES[node.type] ?? FIGURES.other);
  const width = Math.ceil(PADDING.left + 2 * RADIUS + GAP + text + PADDING.right);
  return {
    width,
    height: HEIGHT,
    ring: PADDING.left + RADIUS - width / 2,
    text: PADDING.left + 2 * RADIUS + GAP - width / 2,
  };
}

function textWidth(text) {
  if (!context) {
    context = document.createElement("canvas").getContext("2d");
    context.font = `${NAME} ${getComputedStyle(document.body).fontFamily}`;
  }
  return context.measureText(text).width;
}
