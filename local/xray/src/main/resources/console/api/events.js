// Events reported to X-Ray Local, such as a kill or a change of capacity. Every time axis marks them.
import { href } from "../base/router.js";
import { fixedRange } from "../base/timeRange.js";
import * as api from "./client.js";

const WINDOW_SECONDS = 120;

/** The events of a time range, oldest first; none if the request fails, since charts work without them. */
export async function fetchEvents(range) {
  try {
    return (await api.events(range)).events ?? [];
  } catch {
    return [];
  }
}

/** Link to the comparison of the two minutes before an event with the two minutes after it. */
export function compareLink({ time }) {
  return href("compare", {
    before: fixedRange(time - WINDOW_SECONDS, time),
    after: fixedRange(time, time + WINDOW_SECONDS),
  });
}
