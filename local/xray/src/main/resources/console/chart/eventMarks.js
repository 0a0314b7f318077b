// Event marks of a time chart.
import { compareLink } from "../api/events.js";
import { svg } from "../base/dom.js";
import { clock } from "../base/format.js";
import { clusterEvents } from "./timeAxis.js";

const CLUSTER_GAP = 10;

/** A dashed line and a flag for each event, linked to the comparison around it. x(time) is the chart's time scale. */
export function eventMarks(events, x, { top, bottom }) {
  return clusterEvents(events, x, CLUSTER_GAP).map((cluster) => mark(cluster, top, bottom - top));
}

function mark({ x, events }, top, height) {
  const words = events.map(({ time, title }) => `${clock(time)} ${title}`).join("\n");
  const many = events.length > 1;
  return svg(
    "a",
    {
      class: "event-mark",
      href: compareLink(events[0]),
      "aria-label": `${words}. Compare before and after`,
      "data-event": events[0].title,
      transform: `translate(${x.toFixed(1)} ${top})`,
    },
    svg("title", {}, `${words}\nCompare before and after`),
    svg("rect", { class: "event-hit", x: -8, y: 0, width: 16, height }),
    svg("path", { class: "event-line", d: `M0 ${many ? 14 : 9}V${height}` }),
    many
      ? [
          svg("circle", { class: "event-flag", cy: 8, r: 8 }),
          svg("text", { class: "event-count", y: 12, "text-anchor": "middle" }, events.length),
        ]
      : svg("path", { class: "event-flag", d: "M-6 1H6L0 11Z" }),
  );
}
