// Service graph model: GetServiceGraph's response as nodes and edges with counts, mean response time and rate.

export const STATUSES = ["ok", "error", "fault", "throttle"];

/** response → { nodes, edges, minutes, warning }, sorted by key; warning says what the answer leaves out, or is null. */
export function toGraph(response, range) {
  const services = response.Services ?? [];
  const minutes = observedMinutes(response, range);
  const byReference = new Map(services.map((service) => [service.ReferenceId, toNode(service, minutes)]));
  const nodes = [...byReference.values()].sort(byKey);
  const edges = services
    .flatMap((service) =>
      (service.Edges ?? []).map((edge) => toEdge(edge, byReference.get(service.ReferenceId), byReference, minutes)),
    )
    .filter(Boolean)
    .sort(byKey);
  const sent = new Map(nodes.filter(({ type }) => type === "client").map((client) => [client, []]));
  for (const edge of edges) sent.get(edge.from)?.push(edge);
  for (const [client, calls] of sent) addClientStatistics(client, calls, minutes);
  return { nodes, edges, minutes, warning: response.Warning ?? null };
}

/** Rates are averaged over the time since the first request in the range, but at least over one minute. */
function observedMinutes(response, range) {
  const since = Math.max(range.start, response.StartTime ?? range.start);
  return Math.max(range.end - since, Math.min(60, range.seconds)) / 60;
}

function toNode(service, minutes) {
  const type = service.Type ?? "";
  return {
    key: [type, service.Name, service.AccountId].filter(Boolean).join("|"),
    name: service.Name ?? "",
    type,
    root: service.Root === true,
    ...statistics(service, minutes),
  };
}

function toEdge(edge, from, byReference, minutes) {
  const to = byReference.get(edge.ReferenceId);
  if (!from || !to) return null;
  return { key: `${from.key}→${to.key}`, from, to, link: edge.EdgeType === "link", ...statistics(edge, minutes) };
}

function statistics({ SummaryStatistics, ResponseTimeHistogram }, minutes) {
  const stats = toStats(SummaryStatistics);
  return { stats, rate: stats.total / minutes, histogram: ResponseTimeHistogram ?? [] };
}

/** SummaryStatistics → { ok, error, fault, throttle, total, mean } */
export function toStats(summary) {
  const throttle = summary?.ErrorStatistics?.ThrottleCount ?? 0;
  const error = summary?.ErrorStatistics?.OtherCount ?? 0;
  const fault = summary?.FaultStatistics?.TotalCount ?? summary?.FaultStatistics?.OtherCount ?? 0;
  const total = summary?.TotalCount ?? 0;
  const mean = total ? (summary.TotalResponseTime ?? 0) / total : null;
  return { ok: summary?.OkCount ?? 0, error, fault, throttle, total, mean };
}

/** The API has no statistics for clients; they are the sum of the client's edges. */
function addClientStatistics(client, sent, minutes) {
  const total = sum(sent, "total");
  client.stats = Object.fromEntries([...STATUSES, "total"].map((key) => [key, sum(sent, key)]));
  client.stats.mean = total
    ? sent.reduce((time, { stats }) => time + (stats.mean ?? 0) * stats.total, 0) / total
    : null;
  client.rate = total / minutes;
  client.histogram = sent.flatMap(({ histogram }) => histogram);
}

function sum(edges, key) {
  return edges.reduce((total, { stats }) => total + stats[key], 0);
}

/** The most severe status with a share of at least 2 %: "fault", "throttle", "error" or null. */
export function worstStatus({ stats }) {
  return ["fault", "throttle", "error"].find((status) => stats.total && stats[status] / stats.total >= 0.02) ?? null;
}

/** AWS::DynamoDB::Table → "DynamoDB table". */
export function typeLabel(type) {
  if (type === "client") return "Client";
  if (type === "remote") return "Remote";
  if (!type) return "Service";
  if (!type.startsWith("AWS::")) return type.replaceAll("::", " ");
  const [service, ...kind] = type.slice(5).split("::");
  return [service, ...kind.map((word) => word.toLowerCase())].join(" ");
}

function byKey(a, b) {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
