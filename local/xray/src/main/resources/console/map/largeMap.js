// What takes the place of a map with more nodes than anyone can look at: a message, and the list of nodes.
import { el } from "../base/dom.js";
import { tooLargeText } from "../graph/graphLimit.js";
import { nodeTable } from "./nodeTable.js";

/** The warning is X-Ray Local's own about services that even its answer leaves out. */
export function largeMap(graph, onSelect, options) {
  return el(
    "div",
    { class: "large-map" },
    el(
      "p",
      { class: "notice", role: "status" },
      `${tooLargeText(graph)}. Here is the list: find a node by its name, or choose a filter, a group or a shorter time. `,
      graph.warning,
    ),
    nodeTable(graph, onSelect, options),
  );
}
