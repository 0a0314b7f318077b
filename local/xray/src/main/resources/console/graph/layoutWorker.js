// Layout worker. Request: { id, graph }; response: { id, picture } or { id, error }.
import { layeredLayout } from "./layeredLayout.js";

addEventListener("message", ({ data: { id, graph } }) => {
  try {
    postMessage({ id, picture: layeredLayout(graph) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
