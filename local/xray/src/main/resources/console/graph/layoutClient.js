// The page's end of the layout worker: one for all maps. The page fetches this before anything else, and outside the bundle,
// so that the worker is ready when data comes.

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

/** Nodes with their boxes, and edges → a layered picture (see layeredLayout.js), without holding up the page. */
export function pictureOf({ nodes, edges }) {
  const id = ++last;
  const bare = ({ key }) => ({ key });
  const graph = { nodes, edges: edges.map(({ key, from, to }) => ({ key, from: bare(from), to: bare(to) })) };
  if (broken) return Promise.reject(broken);
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, graph });
  });
}
