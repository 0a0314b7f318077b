// What lies on a map: the buttons that zoom and arrange it, and the legend.
import { el } from "../base/dom.js";
import { sign } from "../ui/icons.js";

/** The buttons for a MapView. */
export function mapControls(view) {
  const button = (label, name, onclick) => el("button", { type: "button", "aria-label": label, title: label, onclick }, sign(name));
  return el(
    "div",
    { class: "map-controls", role: "group", "aria-label": "Zoom" },
    button("Zoom in", "plus", () => view.panZoom.zoom(1.25)),
    button("Zoom out", "minus", () => view.panZoom.zoom(0.8)),
    button("Fit the map to the window", "fit", () => {
      view.panZoom.touched = false;
      view.fit();
    }),
    button("Arrange anew", "arrange", () => view.tidy()),
  );
}

/** entries: [class of the dot, text]. */
export function mapLegend(entries = [["ok", "OK"], ["error", "Error 4xx"], ["fault", "Fault 5xx"], ["throttle", "Throttled 429"]]) {
  return el("ul", { class: "legend", "aria-label": "Legend" }, entries.map(([name, text]) => el("li", {}, el("i", { class: `dot ${name}` }), text)));
}
