// HTTP client for the X-Ray API and X-Ray Local's own endpoints. Times are epoch seconds.

/** An error response of the API, or a failed request (status 0). */
export class ApiError extends Error {
  constructor(message, type, status) {
    super(message);
    this.type = type;
    this.status = status;
  }

  /** Position of a filter expression's error, counted from 0; null if the message has none. */
  get column() {
    const found = /\bcolumn (\d+)/i.exec(this.message);
    return found ? Number(found[1]) - 1 : null;
  }

  get unreachable() {
    return this.status === 0;
  }
}

let reachable = true;
const listeners = [];

/** listener(reachable) is called when X-Ray Local stops answering and when it answers again. */
export function onReachabilityChange(listener) {
  listeners.push(listener);
}

function setReachable(now) {
  if (now === reachable) return;
  reachable = now;
  for (const listener of listeners) listener(now);
}

async function request(path, init) {
  let response;
  let text;
  try {
    response = await fetch(path, { cache: "no-store", ...init });
    text = await response.text();
  } catch (cause) {
    if (cause.name === "AbortError") throw cause;
    setReachable(false);
    throw new ApiError("X-Ray Local doesn't answer. Is it still running?", "Unreachable", 0);
  }
  setReachable(true);
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

/** group: a group's name; without it, the graph contains all traces. */
export const serviceGraph = ({ start, end }, group, signal) =>
  post("/ServiceGraph", { StartTime: start, EndTime: end, ...groupParameter(group) }, signal);

/** The graph of any number of traces: the API's own operation takes one. */
export const traceGraph = (ids, signal) => post("/local/traces-graph", { TraceIds: ids }, signal);

export const traces = (ids, signal) => post("/Traces", { TraceIds: ids }, signal);

export function traceSummaries({ start, end }, filter, nextToken, signal) {
  const body = { StartTime: start, EndTime: end, Sampling: false };
  if (filter) body.FilterExpression = filter;
  if (nextToken) body.NextToken = nextToken;
  return post("/TraceSummaries", body, signal);
}

export function timeSeries({ start, end }, selector, period, group, signal) {
  const body = { StartTime: start, EndTime: end, Period: period, ...groupParameter(group) };
  if (selector) body.EntitySelectorExpression = selector;
  return post("/TimeSeriesServiceStatistics", body, signal);
}

const groupParameter = (group) => (group ? { GroupName: group } : {});

export const groups = () => post("/Groups", {});
export const createGroup = (group) => post("/CreateGroup", group);
export const updateGroup = (group) => post("/UpdateGroup", group);
export const deleteGroup = (name) => post("/DeleteGroup", groupParameter(name));

export const samplingRules = () => post("/GetSamplingRules", {});
export const samplingBoosts = () => post("/local/sampling-boosts", {});
export const samplingStatistics = () => post("/SamplingStatisticSummaries", {});
export const createSamplingRule = (rule) => post("/CreateSamplingRule", { SamplingRule: rule });
export const updateSamplingRule = (rule) => post("/UpdateSamplingRule", { SamplingRuleUpdate: rule });
export const deleteSamplingRule = (name) => post("/DeleteSamplingRule", { RuleName: name });

export const insightSummaries = ({ start, end }, group) =>
  post("/InsightSummaries", { StartTime: start, EndTime: end, ...groupParameter(group) });
export const insight = (id) => post("/Insight", { InsightId: id });
export const insightEvents = (id) => post("/InsightEvents", { InsightId: id });
export const insightImpact = (id, { start, end }) =>
  post("/InsightImpactGraph", { InsightId: id, StartTime: start, EndTime: end });

export const status = () => request("/local/status");
export const rejected = () => request("/local/rejected");
export const events = ({ start, end }) => request(`/local/events?start=${start}&end=${end}`);
/** What a trace waits for: { waiting, documents, awaitingCallees }. */
/** The log records of a trace: { records, leftOut }. */
export const traceLogs = (trace) => request(`/local/logs?trace=${encodeURIComponent(trace)}`);

export const missingParts = (trace) => request(`/local/missing-parts?trace=${encodeURIComponent(trace)}`);
export const filterKeywords = () => request("/local/filter-keywords");
