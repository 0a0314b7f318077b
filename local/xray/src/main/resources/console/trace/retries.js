// Calls that were tried again: the same call, by the same caller, after the one before it had failed.
import { detailOf } from "./spanTree.js";

/** A tree of spans → Map from a span's id to { number, of }, for calls that were made more than once. */
export function attemptsOf({ byId }) {
  const attempts = new Map();
  for (const span of byId.values()) {
    for (const chain of chainsOf(span.children)) {
      chain.forEach(({ id }, i) => attempts.set(id, { number: i + 1, of: chain.length }));
    }
  }
  return attempts;
}

/** children are in order of their start. */
function chainsOf(children) {
  const open = new Map();
  const chains = [];
  for (const child of children) {
    if (child.kind !== "subsegment") continue;
    const call = JSON.stringify([child.name, detailOf(child)]);
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
