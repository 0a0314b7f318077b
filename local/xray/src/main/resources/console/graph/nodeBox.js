// Size of a node's box: the ring at the left, the texts beside it. It is wide and low, so that many fit onto a screen.
import { shortName, truncate } from "../base/format.js";

export const RADIUS = 23;
export const HEIGHT = 64;

const PADDING = { left: 9, right: 20 };
const GAP = 11;
const MAX_TITLE = 24;
/** Width of "264 ms · 1,182/min", whatever the name is. */
const FIGURES = { client: 62, other: 122 };
/** The fonts of name, figures and remark, as in graph.css. */
const FONTS = ["650 15px", "400 13px", "650 13px"];
/** Size of the name's font, and its size in a map so small that only names are written. */
const NAME_SIZE = 15;
const FAR_NAME_SIZE = 20;

let context = null;
const widths = new Map();

/** The displayed name: Client for all clients, the last part of a queue's URL. */
export function nodeTitle({ name, type }) {
  return type === "client" ? "Client" : truncate(shortName(name), MAX_TITLE);
}

/**
 * The box for a node's lines, name, figures and remark, at least as wide as a width; ring and text are offsets from its centre. farSize is the size of the
 * name's font, in pixels, that fits into it when only names are written.
 */
export function nodeBox(node, lines = [nodeTitle(node)], least = 0) {
  const drawn = lines.map((line, i) => textWidth(line, FONTS[i]));
  const beside = PADDING.left + 2 * RADIUS + GAP + PADDING.right;
  const text = Math.max(least - beside, FIGURES[node.type] ?? FIGURES.other, ...drawn.map(Math.ceil));
  const width = beside + text;
  return {
    width,
    height: HEIGHT,
    ring: PADDING.left + RADIUS - width / 2,
    text: PADDING.left + 2 * RADIUS + GAP - width / 2,
    farSize: Math.min(FAR_NAME_SIZE, (NAME_SIZE * (text + PADDING.right / 2)) / (drawn[0] || 1)),
  };
}

/** Cached, since most lines of a live map stay. */
function textWidth(text, font) {
  const key = `${font} ${text}`;
  if (!widths.has(key)) {
    if (widths.size > 5000) widths.clear();
    context ??= document.createElement("canvas").getContext("2d");
    context.font = `${font} ${getComputedStyle(document.body).fontFamily}`;
    widths.set(key, context.measureText(text).width);
  }
  return widths.get(key);
}
