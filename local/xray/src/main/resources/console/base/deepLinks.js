// Links into the consoles of AWS, as links to the same view here. Sources: X-Ray Developer Guide, "Deep linking", and links
// that the CloudWatch console writes. Decision: docs/adr/054-links-of-aws-consoles.md.
import { parseJsUrl } from "./jsUrl.js";
import { href, parseRoute } from "./router.js";
import { fixedRange, isRange } from "./timeRange.js";
import { traceIdOf } from "./traceId.js";

const OWN_PAGES = ["service-map", "compare", "traces", "analytics", "configuration"];

/** Pages of AWS's consoles under another name here. */
const PAGES = {
  "trace-map": ["service-map"],
  map: ["service-map"],
  sampling: ["configuration", "sampling"],
  "sampling-rules": ["configuration", "sampling"],
  groups: ["configuration", "groups"],
  insights: ["configuration", "insights"],
  "getting-started": ["configuration", "connect"],
  welcome: ["service-map"],
};

/**
 * A fragment → the fragment of the same view here; an own one is returned as it is.
 *
 *     #/traces?filter=fault&timeRange=PT1H                               X-Ray's console
 *     #xray:traces/1-…?~(context~(timeRange~(delta~300000)))             the CloudWatch console
 */
export function ownLink(fragment) {
  const cloudWatch = /^#xray:(.*)$/s.exec(fragment);
  if (cloudWatch) return cloudWatchLink(cloudWatch[1]);
  const { screen, id, params } = parseRoute(fragment);
  const { timeRange, ...rest } = params;
  const range = rest.range ?? (timeRange && awsRange(timeRange));
  const searched = screen === "traces" && !id ? traceIdOf(params.filter) : null;
  const trace = searched ?? (screen === "traces" && id ? traceIdOf(id) : null);
  if (trace) {
    const { filter, ...others } = rest;
    return trace === id && !timeRange ? fragment : href("traces", { ...(searched ? others : rest), range }, trace);
  }
  if (Object.hasOwn(PAGES, screen)) return href(PAGES[screen][0], { ...rest, range }, PAGES[screen][1] ?? null);
  return timeRange ? href(screen, { ...rest, range }, id) : fragment;
}

/**
 * What was typed or pasted in place of a filter expression, as a link: a trace id in any form, or the address of a console,
 * X-Ray Local's or AWS's. Null for anything else.
 */
export function linkOf(text) {
  const id = traceIdOf(text);
  if (id) return href("traces", {}, id);
  const fragment = /^\s*(?:https?:\/\/[^\s#]*)?(#(?:\/|xray:).*)$/is.exec(text ?? "")?.[1].trim();
  const { screen } = parseRoute(fragment ?? "#/none");
  const known = fragment?.startsWith("#xray:") || OWN_PAGES.includes(screen) || Object.hasOwn(PAGES, screen);
  return known ? ownLink(fragment) : null;
}

function cloudWatchLink(text) {
  const [, path, state] = /^([^?]*)\??(.*)$/s.exec(decoded(text));
  const [page, part] = path.split("/");
  const params = stateParams(state);
  const trace = page === "traces" ? traceIdOf(part) : null;
  if (trace) return href("traces", params, trace);
  if (page === "traces" && part && part !== "query") return href("traces", params, part);
  if (Object.hasOwn(PAGES, page)) return href(PAGES[page][0], params, PAGES[page][1] ?? null);
  return href(page === "traces" || page === "analytics" ? page : "service-map", params);
}

/** ~(query~(expression~'fault)~context~(xrayGroup~'shop~timeRange~(delta~300000))) → { filter, group, range } */
function stateParams(state) {
  const { query, context } = parseJsUrl(state) ?? {};
  const text = (value) => (typeof value === "string" && value ? value : null);
  return {
    filter: text(query?.expression) ?? text(query?.filter),
    group: text(context?.xrayGroup),
    range: stateRange(context?.timeRange ?? query?.timeRange),
  };
}

/** delta: milliseconds up to now. */
function stateRange(range) {
  if (Number.isFinite(range?.delta)) return `PT${Math.max(1, Math.round(Math.abs(range.delta) / 1000))}S`;
  return range?.start ? awsRange(`${range.start}~${range.end}`) : null;
}

/**
 * A time range as X-Ray's console takes it: "PT1H" or "2018-2-01T16:00~2018-2-01T22:00", in UTC if no zone is given.
 * One that can't be read is returned as it is, so that the range picker can name it.
 */
function awsRange(text) {
  if (/^P/i.test(text)) return text.toUpperCase();
  const [start, end] = text.split(/[~,]/).map(utcSeconds);
  const range = start < end ? fixedRange(start, end) : text;
  return isRange(range) ? range : text;
}

function utcSeconds(text) {
  if (/^\d{9,}(\.\d+)?$/.test(text)) return Number(text) / (text.length > 11 ? 1000 : 1);
  const [, year, month, day, time = "00:00", zone = "Z"] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/i.exec(text) ?? [];
  return Date.parse(`${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}T${time}${zone}`) / 1000;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
