// Comparison of two traces, part by part.

/**
 * Two span trees → [{ name, depth, here, there }] in call order: the parts of both, matched from the roots down by their parents,
 * names and order. Of parts with the same name below the same parent the first is matched with the first, and so on. here or there
 * is null where only the other trace has the part; then nothing below it is matched.
 */
export function compareTraces(hereRoots, thereRoots) {
  const rows = [];
  const open = matched(hereRoots, thereRoots, 0).reverse();
  while (open.length) {
    const row = open.pop();
    rows.push(row);
    const below = matched(row.here?.children ?? [], row.there?.children ?? [], row.depth + 1);
    for (const child of below.reverse()) open.push(child);
  }
  return rows;
}

/** How much longer the part took here, in seconds; null if it isn't in both or has no end. */
export function difference({ here, there }) {
  if (!here || !there || here.end === null || there.end === null) return null;
  return here.end - here.start - (there.end - there.start);
}

/** Parts that only the other trace has stand where they would be by their order. */
function matched(here, there, depth) {
  const waiting = new Map();
  for (const span of there) {
    const key = keyOf(span);
    if (!waiting.has(key)) waiting.set(key, { spans: [], next: 0 });
    waiting.get(key).spans.push(span);
  }
  const matches = new Map();
  const rows = here.map((span, index) => {
    const same = waiting.get(keyOf(span));
    const match = same && same.next < same.spans.length ? same.spans[same.next++] : null;
    if (match) matches.set(match, index);
    return { name: span.name, depth, here: span, there: match };
  });
  const result = [];
  let at = 0;
  for (const span of there) {
    const found = matches.get(span);
    if (found === undefined) result.push({ name: span.name, depth, here: null, there: span });
    else while (at <= found) result.push(rows[at++]);
  }
  return result.concat(rows.slice(at));
}

function keyOf({ name, kind, inferred }) {
  return `${inferred ? "inferred" : kind} ${name}`;
}
