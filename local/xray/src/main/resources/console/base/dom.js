// Builds DOM nodes. Every child string becomes a text node, so a service's name can never turn into markup.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element: el("button", { class: "primary", onclick: save, "aria-pressed": true }, "Save"). */
export function el(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function svg(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

/** Replaces what is inside a node. */
export function show(parent, ...children) {
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

/** Sets text only when it differs: a live screen stays calm, and so does a screen reader. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Copies text and says so on the button that was pressed. */
export function copyButton(label, text, props = {}) {
  const button = el("button", { type: "button", class: "quiet", ...props }, label);
  button.addEventListener("click", async () => {
    const done = await copy(typeof text === "function" ? text() : text);
    button.textContent = done ? "Copied" : "Copy failed";
    setTimeout(() => (button.textContent = label), 1500);
  });
  return button;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
