// Keywords of filter expressions with hints, for completion. The server's filter language lists them.
import { filterKeywords } from "../api/client.js";

let loading = null;

/** [text, hint] pairs, loaded once; none if the request fails, and then it is sent again the next time. */
export function loadKeywords() {
  loading ??= load();
  return loading;
}

async function load() {
  try {
    return (await filterKeywords()).keywords.map(({ text, description }) => [text, description]);
  } catch {
    loading = null;
    return [];
  }
}
