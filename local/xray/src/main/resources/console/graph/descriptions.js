// Texts about nodes and edges.
import { worstStatus } from "../api/serviceGraph.js";
import { duration, percent } from "../base/format.js";

const WORDS = { fault: "faults", error: "errors", throttle: "throttled" };

export function meanTime({ stats }) {
  return stats.mean === null ? "" : duration(stats.mean);
}

/** A failing node's remark, such as "20 % faults". */
export function statusRemark(node) {
  const tone = worstStatus(node);
  return tone && { text: `${percent(node.stats[tone] / node.stats.total)} ${WORDS[tone]}`, tone };
}

/** A node's lines in the map: figures and remark, each of which may be empty. figure(node), remark(node): see GraphView. */
export function nodeFigures(node, { figure, remark }) {
  const client = node.type === "client";
  return [
    [client ? "" : meanTime(node), figure(node)].filter(Boolean).join(" · "),
    (client ? null : remark(node)?.text) ?? "",
  ];
}

/** A node or an edge in words, for screen readers; calls: how many or how often, in words. */
export function describeElement(name, { stats, change }, calls) {
  const parts = ["fault", "error", "throttle"]
    .filter((status) => stats[status])
    .map((status) => `${stats[status]} ${stats[status] === 1 ? WORDS[status].replace(/s$/, "") : WORDS[status]}`);
  return [
    name,
    `${duration(stats.mean)} mean`,
    calls,
    ...parts,
    ...(change ? [`${change.kind}: ${change.text}`] : []),
  ].join(", ");
}
