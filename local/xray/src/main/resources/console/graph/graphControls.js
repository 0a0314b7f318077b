// Controls of a GraphView: zoom buttons and legend.
import { el } from "../base/dom.js";
import { buttonIcon, typeIcon } from "../ui/icons.js";

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

/** The types of nodes that the legend explains, each with its text. */
const SHAPES = [
  ["client", "Client: who called from outside"],
  ["service", "Service that sent segments"],
  ["remote", "Called, but sent nothing: not traced, or down. It stands beside the service's own node while that is down"],
  ["AWS::DynamoDB::Table", "DynamoDB table"],
  ["AWS::SQS::Queue", "Queue"],
];

/** entries: [class of the dot, text]. The shapes are explained in a part that opens. */
export function graphLegend(
  entries = [
    ["ok", "OK"],
    ["error", "Error 4xx"],
    ["fault", "Fault 5xx"],
    ["throttle", "Throttled 429"],
  ],
) {
  return el(
    "div",
    { class: "legend" },
    el(
      "ul",
      { "aria-label": "Legend" },
      entries.map(([name, text]) => el("li", {}, el("i", { class: `dot ${name}` }), text)),
    ),
    el(
      "details",
      {},
      el("summary", {}, "Shapes"),
      el(
        "ul",
        { "aria-label": "Shapes" },
        SHAPES.map(([type, text]) => el("li", {}, typeIcon(type), text)),
      ),
    ),
  );
}
