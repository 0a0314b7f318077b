// Formats numbers, times and names.

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const clockFormat = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const dateFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

/** Seconds as text: 0.4 ms, 37 ms, 1.24 s, 2 min 5 s. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined || Number.isNaN(seconds)) return "–";
  const ms = seconds * 1000;
  if (ms < 0.05) return "0 ms";
  if (ms < 9.95) return `${trim(ms.toFixed(1))} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (seconds < 9.995) return `${trim(seconds.toFixed(2))} s`;
  if (seconds < 59.95) return `${trim(seconds.toFixed(1))} s`;
  const minutes = Math.floor(seconds / 60);
  return `${minutes} min ${Math.round(seconds - minutes * 60)} s`;
}

/** Calls per minute: 0.4/min, 12/min, 1,300/min. */
export function rate(perMinute) {
  if (!perMinute) return "0/min";
  if (perMinute < 0.1) return "<0.1/min";
  return `${perMinute < 10 ? tenth.format(perMinute) : whole.format(perMinute)}/min`;
}

export const count = (n) => whole.format(n ?? 0);

/** A share of one: 0 %, <0.1 %, 3.2 %, 100 %. */
export function percent(share) {
  if (!share) return "0 %";
  if (share < 0.001) return "<0.1 %";
  const hundredths = share * 100;
  return `${hundredths < 10 ? tenth.format(hundredths) : whole.format(Math.min(hundredths, share < 1 ? 99 : 100))} %`;
}

export function bytes(n) {
  if (n < 1024) return `${n} B`;
  if (n < 1024 * 1024) return `${tenth.format(n / 1024)} KB`;
  return `${tenth.format(n / 1024 / 1024)} MB`;
}

/** Time since then, rounded down: 4 s, 3 min, 2 h, 5 d. */
export function age(seconds) {
  if (seconds < 1) return "now";
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86400)} d`;
}

/** Time since then in two units, so that ages differ: 4 s, 3 min 7 s, 2 h 5 min, 5 d 3 h. */
export function exactAge(seconds) {
  const units = [
    [86400, "d"],
    [3600, "h"],
    [60, "min"],
    [1, "s"],
  ];
  const first = units.findIndex(([length]) => seconds >= length);
  if (first < 0) return "now";
  const [length, unit] = units[first];
  const rest = units[first + 1];
  const more = rest ? Math.floor((seconds % length) / rest[0]) : 0;
  return `${Math.floor(seconds / length)} ${unit}${more ? ` ${more} ${rest[1]}` : ""}`;
}

export const clock = (epochSeconds) => clockFormat.format(new Date(epochSeconds * 1000));
export const dateTime = (epochSeconds) => dateFormat.format(new Date(epochSeconds * 1000));

/** The last part of a queue URL or an ARN; other names unchanged. */
export function shortName(name) {
  if (/^https?:\/\/[^/]+\/.+/.test(name)) return name.split("/").filter(Boolean).at(-1);
  if (/^arn:/.test(name)) return name.split(/[:/]/).at(-1);
  return name;
}

/** Truncates text to a number of code points. */
export function truncate(text, length) {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

/** The path and query of a URL. */
export function urlPath(url) {
  try {
    const parsed = new URL(url);
    return parsed.pathname + parsed.search;
  } catch {
    return url;
  }
}

function trim(text) {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
