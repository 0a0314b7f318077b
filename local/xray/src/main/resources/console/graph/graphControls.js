// Controls of a GraphView: zoom buttons and legend.
import { el } from "../base/dom.js";
import { buttonIcon } from "../ui/icons.js";

/** The buttons that zoom, fit and rearrange a GraphView. */
export function graphControls(view) {
  const button = (label, name, onclick) =>
    el("button", { type: "button", "aria-label": label, title: label, onclick }, buttonIcon(name));
  return el(
    "div",
    { class: "map-controls", role: "group", "aria-label": "Zoom" },
    button("Zoom in", "plus", () => view.panZoom.zoom(1.25)),
    button("Zoom out", "minus", () => view.panZoom.zoom(0.8)),
    button("Fit the map to the window", "fit", () => {
      view.panZoom.movedByUser = false;
      view.fit();
    }),
    button("Arrange anew", "arrange", () => view.rearrange()),
  );
}

/** entries: [class of the dot, text]. */
export function graphLegend(
  entries = [
    ["ok", "OK"],
    ["error", "Error 4xx"],
    ["fault", "Fault 5xx"],
    ["throttle", "Throttled 429"],
  ],
) {
  return el(
    "ul",
    { class: "legend", "aria-label": "Legend" },
    entries.map(([name, text]) => el("li", {}, el("i", { class: `dot ${name}` }), text)),
  );
}
