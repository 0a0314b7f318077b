// Texts about nodes and edges.
import { worstStatus } from "../api/serviceGraph.js";
import { duration, percent, rate } from "../base/format.js";

const WORDS = { fault: "faults", error: "errors", throttle: "throttled" };

export function meanTime({ stats }) {
  return stats.mean === null ? "" : duration(stats.mean);
}

/** A failing node's remark, such as "20 % faults". */
export function statusRemark(node) {
  const tone = worstStatus(node);
  return tone && { text: `${percent(node.stats[tone] / node.stats.total)} ${WORDS[tone]}`, tone };
}

/** A node or an edge in words, for screen readers. */
export function describeElement(name, { stats, rate: calls, change }) {
  const parts = ["fault", "error", "throttle"]
    .filter((status) => stats[status])
    .map((status) => `${stats[status]} ${stats[status] === 1 ? WORDS[status].replace(/s$/, "") : WORDS[status]}`);
  return [
    name,
    `${duration(stats.mean)} mean`,
    rate(calls).replace("/min", " per minute"),
    ...parts,
    ...(change ? [`${change.kind}: ${change.text}`] : []),
  ].join(", ");
}
