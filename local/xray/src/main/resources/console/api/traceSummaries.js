// Reads the summaries of a set of traces, page by page, up to a limit. A set beyond the limit is a sample.
import { traceSummaries } from "./client.js";

/** Large enough for shares within two or three percentage points, small enough to be read in a second or two. */
export const SAMPLE_SIZE = 3000;

/**
 * { range, filter } → { traces, complete }, newest first. onProgress(count) is called after each page.
 * Rejects with an ApiError if the filter is invalid.
 */
export async function fetchTraces(
  { range, filter },
  { most = SAMPLE_SIZE, signal, onProgress = () => {}, read = traceSummaries } = {},
) {
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

/** Response times as entries of a distribution. Incomplete traces have none. */
export function responseTimeEntries(traces) {
  return traces
    .filter(({ ResponseTime }) => Number.isFinite(ResponseTime))
    .map(({ ResponseTime }) => ({ Value: ResponseTime, Count: 1 }));
}

/** The status of the root segment. */
export function summaryStatus({ HasFault, HasError, HasThrottle }) {
  return HasThrottle ? "throttle" : HasFault ? "fault" : HasError ? "error" : "ok";
}
