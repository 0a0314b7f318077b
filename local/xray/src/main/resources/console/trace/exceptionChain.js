// Chains of exceptions in a segment's cause.

/** The exceptions of a cause, outermost first, each followed by its own cause. */
export function exceptionChain(cause, byId) {
  if (typeof cause === "string") return [{ reference: cause, ...findException(cause, byId) }];
  const exceptions = cause?.exceptions ?? [];
  const known = new Map(exceptions.map((exception) => [exception.id, exception]));
  const causes = new Set(exceptions.map((exception) => exception.cause).filter(Boolean));
  const chain = [];
  const follow = (exception, depth) => {
    if (!exception || chain.some((link) => link.id === exception.id)) return;
    chain.push({ ...exception, depth });
    follow(known.get(exception.cause), depth + 1);
  };
  for (const exception of exceptions.filter(({ id }) => !causes.has(id))) follow(exception, 0);
  for (const exception of exceptions) follow(exception, 0);
  return chain;
}

function findException(id, byId) {
  for (const { doc } of byId.values()) {
    const found = (doc.cause?.exceptions ?? []).find((exception) => exception.id === id);
    if (found) return found;
  }
  return {};
}
