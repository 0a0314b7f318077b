// Retries: calls with the same name and details by the same caller, each after the previous one failed.
import { spanDetail } from "./spanDetails.js";

/** A span tree → Map(span id → { number, of }) of calls that were retried. */
export function retryAttempts({ byId }) {
  const attempts = new Map();
  for (const span of byId.values()) {
    for (const chain of retryChains(span.children)) {
      chain.forEach(({ id }, i) => attempts.set(id, { number: i + 1, of: chain.length }));
    }
  }
  return attempts;
}

/** children: sorted by start. */
function retryChains(children) {
  const open = new Map();
  const chains = [];
  for (const child of children) {
    if (child.kind !== "subsegment") continue;
    const call = JSON.stringify([child.name, spanDetail(child)]);
    const chain = open.get(call);
    const last = chain?.at(-1);
    if (last && failed(last) && last.end !== null && child.start >= last.end - 0.001) {
      chain.push(child);
    } else {
      const fresh = [child];
      open.set(call, fresh);
      chains.push(fresh);
    }
  }
  return chains.filter(({ length }) => length > 1);
}

function failed({ status }) {
  return status === "fault" || status === "throttle" || status === "error";
}
