// The address bar is the console's state: #/screen/id?key=value. Everything that a screen shows can be linked to.

/** "#/traces/1-abc?range=PT5M" → { screen: "traces", id: "1-abc", params: { range: "PT5M" } } */
export function parseRoute(hash) {
  const [path, query] = split(hash.replace(/^#/, ""), "?");
  const [screen, id] = path.replace(/^\//, "").split("/").map(decode);
  return { screen: screen || "service-map", id: id || null, params: Object.fromEntries(new URLSearchParams(query)) };
}

/** The link to a screen; parameters without a value are left out. */
export function href(screen, params = {}, id = null) {
  const given = Object.entries(params).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const query = new URLSearchParams(given).toString();
  return `#/${screen}${id ? `/${encodeURIComponent(id)}` : ""}${query ? `?${query}` : ""}`;
}

/** Goes there; the back button comes back. */
export function go(link) {
  location.hash = link;
}

/** Goes there without leaving a step in the history. */
export function replace(link) {
  history.replaceState(null, "", link);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

function split(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
