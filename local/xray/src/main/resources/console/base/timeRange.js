// Time ranges: "PT5M", an ISO 8601 duration, is the last five minutes and moves, "start~end" is fixed.
import { clock } from "./format.js";

const DEFAULT_RANGE = "PT5M";

/** The last second that a Date can hold. */
const MAX_EPOCH = 8.64e12;

export const RELATIVE_RANGES = [
  ["PT1M", 60, "1 min"],
  ["PT5M", 300, "5 min"],
  ["PT15M", 900, "15 min"],
  ["PT1H", 3600, "1 hour"],
  ["PT6H", 21600, "6 hours"],
];

/** text → { text, live, seconds, start, end, label, within }. An invalid text gives the default range. */
export function parseRange(text, now = Date.now() / 1000) {
  return relativeRange(text, now) ?? fixed(text) ?? relativeRange(DEFAULT_RANGE, now);
}

/** Whether parseRange can read a text. */
export function isRange(text) {
  return Boolean(relativeRange(text, 0) ?? fixed(text));
}

/** "PT30M", "PT1800S" and "P1D" are ranges, too, although no button stands for them. */
function relativeRange(text, now) {
  const seconds = durationSeconds(text);
  if (!seconds) return null;
  const [code, , label] = RELATIVE_RANGES.find(([, length]) => length === seconds) ?? [text, seconds, spoken(seconds)];
  return {
    text: code,
    live: true,
    seconds,
    start: now - seconds,
    end: now,
    label: `last ${label}`,
    within: `in the last ${label}`,
  };
}

function fixed(text) {
  const [start, end] = String(text ?? "")
    .split("~")
    .map(toEpoch);
  if (!(start < end) || end > MAX_EPOCH) return null;
  const label = `${clock(start)} to ${clock(end)}`;
  return { text, live: false, seconds: end - start, start, end, label, within: `from ${label}` };
}

function durationSeconds(text) {
  const [, days, hours, minutes, seconds] =
    /^P(?=.)(?:(\d{1,3})D)?(?:T(?=.)(?:(\d{1,5})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/.exec(text ?? "") ?? [];
  return Number(days ?? 0) * 86400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

/** 5400 → "90 min" */
function spoken(seconds) {
  const units = [
    [86400, "day", "days"],
    [3600, "hour", "hours"],
    [60, "min", "min"],
    [1, "s", "s"],
  ];
  const [length, one, many] = units.find(([length]) => seconds % length === 0);
  return `${seconds / length} ${seconds === length ? one : many}`;
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
