// Root causes of trace summaries: the path from the first affected service to the cause, per kind.
import { compareValues } from "./differences.js";

export const ROOT_CAUSE_KINDS = {
  responsetime: { label: "Response time", member: "ResponseTimeRootCauses" },
  fault: { label: "Faults (5xx)", member: "FaultRootCauses" },
  error: { label: "Errors (4xx)", member: "ErrorRootCauses" },
};

/**
 * A summary's root cause → its steps: [{ service, type, inferred, entities: [names], exceptions: [{ name, message }]
 * }]. The entities don't include the service's own segment.
 */
export function rootCausePath(cause) {
  return (cause.Services ?? []).map((service) => ({
    service: service.Name ?? "",
    type: service.Type ?? "",
    inferred: service.Inferred === true,
    entities: (service.EntityPath ?? [])
      .map(({ Name }) => Name ?? "")
      .filter((name, i) => i > 0 || name !== service.Name),
    exceptions: (service.EntityPath ?? []).flatMap(({ Exceptions }) =>
      (Exceptions ?? []).map(({ Name, Message }) => ({ name: Name ?? "Exception", message: Message ?? "" })),
    ),
  }));
}

/** The filter expression for traces with the same path, whatever their messages and coverage. */
export function rootCauseFilter(kind, cause) {
  const step = ({ Name, Exceptions }) => ({
    Name,
    ...(Exceptions?.length && { Exceptions: Exceptions.map((exception) => ({ Name: exception.Name })) }),
  });
  const service = ({ Name, EntityPath }) => ({ Name, EntityPath: (EntityPath ?? []).map(step) });
  return `rootcause.${kind}.json = #${JSON.stringify([{ Services: (cause.Services ?? []).map(service) }])}`;
}

/** The paths of one kind in two sets of traces, the largest difference first; each value is { path, filter, kind }. */
export function compareRootCauses(kind, tracesA, tracesB) {
  const { member } = ROOT_CAUSE_KINDS[kind];
  return compareValues(tracesA, tracesB, (trace) =>
    (trace[member] ?? []).map((cause) => {
      const filter = rootCauseFilter(kind, cause);
      return [filter, { kind, filter, path: rootCausePath(cause) }];
    }),
  );
}

/**
 * The kind to show at first: the failures that most traces of set A have, or those of B if A has none; otherwise response
 * times. compared: [{ kind, rows }].
 */
export function prevailingKind(compared) {
  const failures = compared.filter(({ kind, rows }) => kind !== "responsetime" && rows.length);
  const sum = (rows, side) => rows.reduce((total, row) => total + row[side], 0);
  const [first] = failures.sort((x, y) => sum(y.rows, "a") - sum(x.rows, "a") || sum(y.rows, "b") - sum(x.rows, "b"));
  return first ?? compared[0];
}
