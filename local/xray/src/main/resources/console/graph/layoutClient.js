// Client of the layout worker, shared by all graphs. The page loads this module before the bundle and outside of it, so
// that the worker is ready when the first data arrive (ADR 029).

const worker = new Worker("/console/bundle/layoutWorker.js", { type: "module" });
const waiting = new Map();
let last = 0;
let broken = null;

worker.addEventListener("message", ({ data: { id, picture, error } }) => {
  const { resolve, reject } = waiting.get(id);
  waiting.delete(id);
  if (picture) resolve(picture);
  else reject(new Error(`The map can't be laid out: ${error}`));
});
worker.addEventListener("error", () => {
  broken = new Error("The map can't be laid out: the browser didn't start its worker. The list shows the same.");
  for (const { reject } of waiting.values()) reject(broken);
  waiting.clear();
});

/** Computes layeredLayout of nodes with boxes, and edges, in the worker. */
export function requestLayout({ nodes, edges }) {
  const id = ++last;
  const bare = ({ key }) => ({ key });
  const graph = { nodes, edges: edges.map(({ key, from, to }) => ({ key, from: bare(from), to: bare(to) })) };
  if (broken) return Promise.reject(broken);
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, graph });
  });
}
