// Time axis: the scale, the ticks and the clusters of events that are close together.

const STEP_SECONDS = [1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400];

/** Maps epoch seconds to x for a range that is drawn over a width. */
export function timeScale({ start, end }, width) {
  return (time) => ((time - start) / (end - start)) * width;
}

/** Ticks at full minutes, hours and the like: about the given number, and at most twice as many. */
export function clockTicks({ start, end }, about = 5) {
  const step = STEP_SECONDS.find((each) => (end - start) / each <= about * 1.5) ?? STEP_SECONDS.at(-1);
  const shift = new Date(start * 1000).getTimezoneOffset() * 60;
  const times = [];
  for (let time = Math.ceil((start - shift) / step) * step + shift; time <= end; time += step) times.push(time);
  return times;
}

/** Sorts events by time and joins those that are closer than a gap: [{ x, events }]. */
export function clusterEvents(events, x, gap) {
  const found = [];
  for (const event of [...events].sort((a, b) => a.time - b.time)) {
    const place = x(event.time);
    const last = found.at(-1);
    if (last && place - last.x < gap) last.events.push(event);
    else found.push({ x: place, events: [event] });
  }
  return found;
}
