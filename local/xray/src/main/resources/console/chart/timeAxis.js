// Time from left to right: where a moment lies, which round clock times to write, and which events share a place.

const STEPS = [1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400];

/** Epoch seconds → place, for a range drawn over a width. */
export function placer({ start, end }, width) {
  return (time) => ((time - start) / (end - start)) * width;
}

/** Round clock times in a range, about so many, and at most twice as many. */
export function clockTicks({ start, end }, about = 5) {
  const step = STEPS.find((each) => (end - start) / each <= about * 1.5) ?? STEPS.at(-1);
  const shift = new Date(start * 1000).getTimezoneOffset() * 60;
  const times = [];
  for (let time = Math.ceil((start - shift) / step) * step + shift; time <= end; time += step) times.push(time);
  return times;
}

/** Events in order of time; those that lie closer together than a gap become one cluster: [{ x, events }]. */
export function clusters(events, x, gap) {
  const found = [];
  for (const event of [...events].sort((a, b) => a.time - b.time)) {
    const place = x(event.time);
    const last = found.at(-1);
    if (last && place - last.x < gap) last.events.push(event);
    else found.push({ x: place, events: [event] });
  }
  return found;
}

/** GetTimeSeriesServiceStatistics' entries (a Timestamp is its bucket's end), cut to the range: [{ from, to, ...entry }]. */
export function toBuckets(entries, period, range) {
  return entries
    .map((entry) => ({ ...entry, from: Math.max(entry.Timestamp - period, range.start), to: Math.min(entry.Timestamp, range.end) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
}
