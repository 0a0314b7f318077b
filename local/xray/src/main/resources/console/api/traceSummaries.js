// Reads the summaries of a set of traces, page after page, up to a bound; what lies beyond it makes the set a sample.
import { traceSummaries } from "./client.js";

/** Enough for shares that are right to two or three in a hundred, and read within a second or two. */
export const MOST = 3000;

/**
 * { range, filter } → { traces, complete }: the newest first. onProgress(count) hears how many there are so far.
 * Rejects with the ApiError of a filter that can't be read.
 */
export async function readTraces({ range, filter }, { most = MOST, signal, onProgress = () => {}, read = traceSummaries } = {}) {
  const traces = [];
  let token = null;
  do {
    const page = await read(range, filter, token, signal);
    traces.push(...(page.TraceSummaries ?? []));
    token = page.NextToken ?? null;
    onProgress(traces.length);
  } while (token && traces.length < most);
  return { traces: traces.slice(0, most), complete: !token && traces.length <= most };
}

/** Response times as a distribution's entries; a trace that isn't complete yet has none. */
export function responseTimes(traces) {
  return traces.filter(({ ResponseTime }) => Number.isFinite(ResponseTime)).map(({ ResponseTime }) => ({ Value: ResponseTime, Count: 1 }));
}
