// The keywords of the filter language, as the server lists them.
import * as api from "../api/client.js";

let loading = null;

/** [text, hint] pairs; none if the server doesn't answer, and then it is asked again the next time. */
export function filterKeywords() {
  loading ??= load();
  return loading;
}

async function load() {
  try {
    return (await api.filterKeywords()).keywords.map(({ text, description }) => [text, description]);
  } catch {
    loading = null;
    return [];
  }
}
