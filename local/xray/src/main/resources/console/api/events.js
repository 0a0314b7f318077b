// What was done to the system (a kill, a change of capacity), as it was told to X-Ray Local: marks on every time axis.
import * as api from "./client.js";
import { el, svg } from "../base/dom.js";
import { clock } from "../base/format.js";
import { href } from "../base/router.js";
import { clusters } from "../chart/timeAxis.js";
import { fixedRange } from "../base/timeRange.js";

const AROUND = 120;
const GAP = 10;

/** The events of a time range, oldest first. A chart does without them if there is no answer. */
export async function eventsIn(range) {
  try {
    return (await api.events(range)).events ?? [];
  } catch {
    return [];
  }
}

/** The link that compares the two minutes before an event with the two after it. */
export function compareAround({ time }) {
  return href("compare", { before: fixedRange(time - AROUND, time), after: fixedRange(time, time + AROUND) });
}

/** Marks for a chart: a dashed line and a flag for each event, a link to what changed. x(time) is a place in the chart. */
export function eventMarks(events, x, { top, bottom }) {
  return clusters(events, x, GAP).map((cluster) => mark(cluster, top, bottom - top));
}

function mark({ x, events }, top, height) {
  const words = events.map(({ time, title }) => `${clock(time)} ${title}`).join("\n");
  const many = events.length > 1;
  return svg(
    "a",
    { class: "event-mark", href: compareAround(events[0]), "aria-label": `${words}. Compare before and after`, "data-event": events[0].title, transform: `translate(${x.toFixed(1)} ${top})` },
    svg("title", {}, `${words}\nCompare before and after`),
    svg("rect", { class: "event-hit", x: -8, y: 0, width: 16, height }),
    svg("path", { class: "event-line", d: `M0 ${many ? 14 : 9}V${height}` }),
    many
      ? [svg("circle", { class: "event-flag", cy: 8, r: 8 }), svg("text", { class: "event-count", y: 12, "text-anchor": "middle" }, events.length)]
      : svg("path", { class: "event-flag", d: "M-6 1H6L0 11Z" }),
  );
}

/** The same as a list, newest first. */
export function eventList(events) {
  const item = (event) =>
    el(
      "li",
      {},
      el("time", {}, clock(event.time)),
      el("bdi", { class: "event-title", title: event.detail }, event.title),
      el("a", { href: compareAround(event), "aria-label": `Compare before and after ${event.title}` }, "Compare"),
    );
  return el("ul", { class: "event-list" }, [...events].reverse().map(item));
}
