// Response time distribution: percentiles and histogram bars. Entries are the API's { Value, Count }.

/** The p-quantile of the entries, p between 0 and 1; null without entries. */
export function percentile(entries, p) {
  const sorted = byValue(entries);
  const wanted = total(sorted) * p;
  let seen = 0;
  for (const { Value, Count } of sorted) {
    seen += Count;
    if (seen >= wanted) return Value;
  }
  return null;
}

function total(entries) {
  return entries.reduce((sum, { Count }) => sum + Count, 0);
}

/**
 * Bars of equal width on a linear scale, or on a logarithmic one if the slowest entry is more than 20 times slower than
 * the median. → { bars: [{from, to, count, share}], toShare(value), toValue(share) }
 */
export function toHistogram(entries, bars = 40) {
  return toHistograms([entries], bars)?.[0] ?? null;
}

/** One histogram for each list of entries, all on one scale; null without any entry. */
export function toHistograms(lists, bars = 40) {
  const sorted = byValue(lists.flat());
  if (!sorted.length) return null;
  const scale = chooseScale(sorted[0].Value, sorted.at(-1).Value, percentile(sorted, 0.5));
  return lists.map((entries) => ({ ...scale, bars: countBars(entries, scale, bars) }));
}

function countBars(entries, scale, bars) {
  const counts = new Array(bars).fill(0);
  for (const { Value, Count } of entries) counts[Math.min(bars - 1, Math.floor(scale.toShare(Value) * bars))] += Count;
  const all = total(entries);
  return counts.map((count, i) => ({
    from: scale.toValue(i / bars),
    to: scale.toValue((i + 1) / bars),
    count,
    share: all ? count / all : 0,
  }));
}

/** Tick values of a histogram's axis: equal steps, or 1, 2 and 5 of each power of ten. */
export function histogramTicks({ logarithmic, toValue }, about = 4) {
  const [from, to] = [toValue(0), toValue(1)];
  if (!logarithmic) return linearTicks(from, to, about);
  const found = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power++) {
    for (const n of [1, 2, 5]) found.push(Number((n * 10 ** power).toPrecision(3)));
  }
  const inside = found.filter((value) => value >= from && value <= to);
  return inside.length > about * 2 ? inside.filter((value) => /^[01.]*$/.test(String(value))) : inside;
}

function chooseScale(smallest, largest, median) {
  const skewed = largest / Math.max(median, 0.0005) > 20;
  if (!skewed) {
    const end = largest * 1.02 || 0.001;
    return { logarithmic: false, toShare: (value) => value / end, toValue: (share) => share * end };
  }
  const low = Math.log(Math.max(smallest, 0.0005) * 0.9);
  const high = Math.log(largest * 1.1);
  return {
    logarithmic: true,
    toShare: (value) => Math.min(1, Math.max(0, (Math.log(Math.max(value, 0.0005)) - low) / (high - low))),
    toValue: (share) => Math.exp(low + share * (high - low)),
  };
}

/** Tick values of a linear axis: 0, 0.05, 0.1 … */
export function linearTicks(from, to, about = 4) {
  const raw = (to - from) / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw);
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

function byValue(entries) {
  return [...entries].sort((a, b) => a.Value - b.Value);
}
