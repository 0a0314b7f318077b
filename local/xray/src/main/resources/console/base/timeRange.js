// Time ranges: "PT5M" is the last five minutes and moves, "start~end" is fixed.
import { clock } from "./format.js";

const DEFAULT_RANGE = "PT5M";

export const RELATIVE_RANGES = [
  ["PT1M", 60, "1 min"],
  ["PT5M", 300, "5 min"],
  ["PT15M", 900, "15 min"],
  ["PT1H", 3600, "1 hour"],
  ["PT6H", 21600, "6 hours"],
];

/** text → { text, live, seconds, start, end, label, within }. An invalid text gives the default range. */
export function parseRange(text, now = Date.now() / 1000) {
  const last = RELATIVE_RANGES.find(([code]) => code === text);
  if (last)
    return {
      text,
      live: true,
      seconds: last[1],
      start: now - last[1],
      end: now,
      label: `last ${last[2]}`,
      within: `in the last ${last[2]}`,
    };
  const [start, end] = String(text ?? "")
    .split("~")
    .map(toEpoch);
  if (start < end) {
    const label = `${clock(start)} to ${clock(end)}`;
    return { text, live: false, seconds: end - start, start, end, label, within: `from ${label}` };
  }
  return parseRange(DEFAULT_RANGE, now);
}

export function fixedRange(start, end) {
  return `${toIso(start)}~${toIso(end)}`;
}

function toEpoch(text) {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : Date.parse(text) / 1000;
}

function toIso(epochSeconds) {
  return new Date(epochSeconds * 1000).toISOString();
}

/** The value of an input of type datetime-local. */
export function dateTimeLocal(epochSeconds) {
  const date = new Date(epochSeconds * 1000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 19);
}
