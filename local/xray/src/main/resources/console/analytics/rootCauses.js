// Root causes as X-Ray names them: the way from the first service concerned to the one to blame, per kind of trouble.
import { compareBy } from "./differences.js";

export const KINDS = {
  responsetime: { label: "Response time", member: "ResponseTimeRootCauses" },
  fault: { label: "Faults (5xx)", member: "FaultRootCauses" },
  error: { label: "Errors (4xx)", member: "ErrorRootCauses" },
};

/**
 * One of a summary's root causes → its steps: [{ service, type, inferred, entities: [names], exceptions: [{ name, message }] }].
 * A service's own segment isn't repeated among its entities.
 */
export function pathOf(cause) {
  return (cause.Services ?? []).map((service) => ({
    service: service.Name ?? "",
    type: service.Type ?? "",
    inferred: service.Inferred === true,
    entities: (service.EntityPath ?? []).map(({ Name }) => Name ?? "").filter((name, i) => i > 0 || name !== service.Name),
    exceptions: (service.EntityPath ?? []).flatMap(({ Exceptions }) => (Exceptions ?? []).map(({ Name, Message }) => ({ name: Name ?? "Exception", message: Message ?? "" }))),
  }));
}

/** The filter expression that finds the traces with the same path; messages and coverage may differ. */
export function causeFilter(kind, cause) {
  const step = ({ Name, Exceptions }) => ({ Name, ...(Exceptions?.length && { Exceptions: Exceptions.map((exception) => ({ Name: exception.Name })) }) });
  const service = ({ Name, EntityPath }) => ({ Name, EntityPath: (EntityPath ?? []).map(step) });
  return `rootcause.${kind}.json = #${JSON.stringify([{ Services: (cause.Services ?? []).map(service) }])}`;
}

/** The paths of a kind in two sets of traces, with their shares, the largest difference first; value: { path, filter, kind }. */
export function compareCauses(kind, tracesA, tracesB) {
  const { member } = KINDS[kind];
  return compareBy(tracesA, tracesB, (trace) =>
    (trace[member] ?? []).map((cause) => {
      const filter = causeFilter(kind, cause);
      return [filter, { kind, filter, path: pathOf(cause) }];
    }),
  );
}
