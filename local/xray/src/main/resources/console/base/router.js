// Hash router: #/screen/id?key=value. The address holds a screen's whole state, so every view can be linked to.

/** "#/traces/1-abc?range=PT5M" → { screen: "traces", id: "1-abc", params: { range: "PT5M" } } */
export function parseRoute(hash) {
  const [path, query] = split(hash.replace(/^#/, ""), "?");
  const [screen, id] = path.replace(/^\//, "").split("/").map(decode);
  return { screen: screen || "service-map", id: id || null, params: Object.fromEntries(new URLSearchParams(query)) };
}

/** Link to a screen; parameters without a value are omitted. */
export function href(screen, params = {}, id = null) {
  const given = Object.entries(params).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const query = new URLSearchParams(given).toString();
  return `#/${screen}${id ? `/${encode(id)}` : ""}${query ? `?${query}` : ""}`;
}

/** Opens a link and adds a history entry. */
export function navigate(link) {
  location.hash = link;
}

/** Opens a link in place of the current history entry. */
export function replaceRoute(link) {
  history.replaceState(null, "", link);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

function split(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

/** encodeURIComponent, which throws for half of a surrogate pair. */
function encode(part) {
  return encodeURIComponent(String(part).replace(/\p{Surrogate}/gu, "\ufffd"));
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
