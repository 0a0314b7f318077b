// Lays graphs out beside the page, so that a live map never stutters: { id, graph } in, { id, picture } or { id, error } out.
import { layered } from "./layeredLayout.js";

addEventListener("message", ({ data: { id, graph } }) => {
  try {
    postMessage({ id, picture: layered(graph) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
