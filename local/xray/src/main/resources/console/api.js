// The X-Ray API and X-Ray Local's own endpoints, on the address that served this page. Times are epoch seconds.

/** What the API answered when it refused, or why it couldn't be reached. */
export class ApiError extends Error {
  constructor(message, type, status) {
    super(message);
    this.type = type;
    this.status = status;
  }

  /** Where in a filter expression the trouble begins, counted from 0; null if the message doesn't say. */
  get column() {
    const found = /\bcolumn (\d+)/i.exec(this.message);
    return found ? Number(found[1]) - 1 : null;
  }

  get unreachable() {
    return this.status === 0;
  }
}

async function request(path, init) {
  let response;
  try {
    response = await fetch(path, { cache: "no-store", ...init });
  } catch (cause) {
    if (cause.name === "AbortError") throw cause;
    throw new ApiError("X-Ray Local doesn't answer. Is it still running?", "Unreachable", 0);
  }
  const text = await response.text();
  const body = parse(text);
  if (!response.ok) {
    const message = body?.Message ?? body?.message ?? body?.detail ?? `X-Ray Local answered ${response.status}.`;
    throw new ApiError(message, response.headers.get("x-amzn-ErrorType") ?? String(response.status), response.status);
  }
  return body;
}

function parse(text) {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return null;
  }
}

function post(path, body, signal) {
  return request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });
}

export const serviceGraph = ({ start, end }, signal) => post("/ServiceGraph", { StartTime: start, EndTime: end }, signal);

export const traceGraph = (ids, signal) => post("/TraceGraph", { TraceIds: ids }, signal);

export const traces = (ids, signal) => post("/Traces", { TraceIds: ids }, signal);

export function traceSummaries({ start, end }, filter, nextToken, signal) {
  const body = { StartTime: start, EndTime: end, Sampling: false };
  if (filter) body.FilterExpression = filter;
  if (nextToken) body.NextToken = nextToken;
  return post("/TraceSummaries", body, signal);
}

export function timeSeries({ start, end }, selector, period, signal) {
  const body = { StartTime: start, EndTime: end, Period: period };
  if (selector) body.EntitySelectorExpression = selector;
  return post("/TimeSeriesServiceStatistics", body, signal);
}

export const samplingRules = () => post("/GetSamplingRules", {});

export const status = () => request("/local/status");
export const rejected = () => request("/local/rejected");
export const events = ({ start, end }) => request(`/local/events?start=${start}&end=${end}`);
