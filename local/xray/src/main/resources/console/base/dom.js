// Creates DOM nodes. Every child string becomes a text node, so that no value is parsed as markup.

const SVG = "http://www.w3.org/2000/svg";

/** Creates an HTML element: el("button", { class: "primary", onclick: save, "aria-pressed": true }, "Save"). */
export function el(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** Creates an SVG element. */
export function svg(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

/** Replaces all children of a node. */
export function setChildren(parent, ...children) {
  parent.replaceChildren(...nodes(children));
  return parent;
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...nodes(children));
  return node;
}

function nodes(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** Sets a node's text if it differs, so that a screen reader doesn't announce unchanged text. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
