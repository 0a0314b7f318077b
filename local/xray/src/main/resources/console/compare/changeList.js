// List of the differences between two graphs.
import { el } from "../base/dom.js";
import { count, rate, shortName } from "../base/format.js";
import { typeIcon } from "../ui/icons.js";
import { changesByKind } from "./graphDifference.js";

const TITLES = {
  failing: "Fails more",
  vanished: "Vanished",
  slower: "Slower",
  appeared: "Appeared",
  recovered: "Fails less",
  faster: "Faster",
};

const MUCH = 2;

/** graph: from compareGraphs; onSelect(key) is called for a pressed entry. */
export function changeList(graph, selected, onSelect) {
  const groups = changesByKind(graph);
  const calm = graph.nodes.filter(({ change, type }) => !change && type !== "client").length;
  const rest = el(
    "p",
    { class: "hint" },
    groups.length ? `${count(calm)} nodes as before` : "No difference that isn't chance.",
  );
  return el(
    "aside",
    { class: "panel changes", "aria-label": "What changed" },
    el("h2", {}, "What changed"),
    trafficHint(graph.traffic),
    groups.map(({ kind, things }) => [
      el("h3", {}, el("i", { class: `dot ${kind}` }), `${TITLES[kind]} (${count(things.length)})`),
      el(
        "ul",
        {},
        things.map((thing) => item(thing, selected, onSelect)),
      ),
    ]),
    rest,
  );
}

/** Much more or less traffic changes what the figures mean, so it is said; a node isn't listed for that alone. */
function trafficHint({ before, after }) {
  const much = before > 0 && after > 0 && (after >= before * MUCH || before >= after * MUCH);
  return much && el("p", { class: "hint traffic" }, `All requests: ${rate(before)} → ${rate(after)}`);
}

function item(thing, selected, onSelect) {
  const button = el(
    "button",
    {
      type: "button",
      class: "row-button",
      "aria-pressed": String(thing.key === selected),
      "data-change-of": thing.key,
      onclick: () => onSelect(thing.key),
    },
    typeIcon((thing.to ?? thing).type),
    el("bdi", { class: "name" }, displayName(thing)),
    el("span", { class: "figure" }, thing.change.text),
  );
  return el("li", {}, button);
}

export function displayName(thing) {
  if (thing.from) return `${displayName(thing.from)} → ${displayName(thing.to)}`;
  return thing.type === "client" ? "Client" : shortName(thing.name);
}
