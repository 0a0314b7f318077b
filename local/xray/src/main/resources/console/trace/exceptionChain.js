// Chains of exceptions in a segment's cause.

/**
 * The exceptions of a cause, outermost first, each followed by its own cause. cause: an object with exceptions, the id of
 * an exception elsewhere in the trace, or an object with the id of the entity that has it. Exceptions needn't have an id, and
 * several may have the same.
 */
export function exceptionChain(cause, byId) {
  if (typeof cause === "string") return referencedChain(cause, byId);
  const exceptions = cause?.exceptions ?? [];
  if (cause?.id && !exceptions.length) return referencedChain(cause.id, byId);
  const causes = new Set(exceptions.map((exception) => exception.cause).filter(Boolean));
  const outermost = exceptions.filter(({ id }) => id === undefined || !causes.has(id));
  return chainOf([...outermost, ...exceptions], exceptions);
}

/** Each of the first exceptions with what caused it, without repetitions. */
function chainOf(firsts, exceptions) {
  const known = new Map();
  for (const exception of exceptions) {
    if (exception.id !== undefined && !known.has(exception.id)) known.set(exception.id, exception);
  }
  const seen = new Set();
  const chain = [];
  for (const first of firsts) {
    let depth = 0;
    for (let next = first; next && !seen.has(next); next = known.get(next.cause)) {
      seen.add(next);
      chain.push({ ...next, depth: depth++ });
    }
  }
  return chain;
}

function referencedChain(id, byId) {
  for (const { doc } of byId.values()) {
    const exceptions = doc.cause?.exceptions ?? [];
    const found = exceptions.find((exception) => exception.id === id);
    if (found) return chainOf([found], exceptions).map((exception, i) => (i ? exception : { reference: id, ...exception }));
  }
  const exceptions = byId.get(id)?.doc.cause?.exceptions ?? [];
  return exceptions.length ? exceptionChain({ exceptions }, byId) : [{ reference: id, depth: 0 }];
}
