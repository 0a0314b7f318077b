// Messages of the map when there is no graph to draw.
import { el } from "../base/dom.js";
import { href } from "../base/router.js";
import { emptyState, noTraces, unitsHint } from "../ui/emptyState.js";

/** No trace in the range, or none that matches the route's filter and group. */
export function emptyMap(range, params) {
  const { filter, group } = params;
  if (!filter && !group) return noTraces(range, (other) => href("service-map", { ...params, range: other }));
  const all = href("service-map", { ...params, filter: null, group: null });
  const lastHour = href("service-map", { ...params, range: "PT1H" });
  return emptyState(
    "No trace matches",
    el(
      "p",
      {},
      `Nothing ${range.within} `,
      filter ? ["matches ", el("code", {}, filter)] : "",
      filter && group ? " and " : "",
      group ? ["is in group ", el("bdi", {}, group)] : "",
      ".",
    ),
    unitsHint(filter, (inSeconds) => href("service-map", { ...params, filter: inSeconds })),
    el(
      "p",
      {},
      el("a", { class: "button primary", href: all }, "Show all traces"),
      " ",
      el("a", { class: "button", href: lastHour }, "Look at the last hour"),
    ),
  );
}

export function invalidMapFilter(params) {
  const all = href("service-map", { ...params, filter: null });
  const hint = el("p", {}, "Correct it above, or ", el("a", { href: all }, "show all traces"), ".");
  return emptyState("The filter can't be read", hint);
}
