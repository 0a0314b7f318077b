// Messages of a screen that has nothing to show, with the reason and the next step.
import { status } from "../api/client.js";
import { millisecondsHint } from "../api/filterExpression.js";
import { el, setChildren } from "../base/dom.js";
import { count, dateTime } from "../base/format.js";
import { fixedRange } from "../base/timeRange.js";
import { daemonAddress, snippet } from "./snippet.js";

/** How many minutes are shown before the newest trace. */
const MINUTES_BEFORE = 5;

export function emptyState(title, ...body) {
  return el("section", { class: "empty" }, illustration(), el("h2", {}, title), body);
}

/** No traces were received in a time range; linkOf(range) leads to the same screen at another time. */
export function noTraces(range, linkOf) {
  return emptyState(
    `No traces ${range.within}`,
    olderTraces(range, linkOf),
    el(
      "p",
      {},
      "Send a request to a program that is instrumented with X-Ray or OpenTelemetry, and it shows up here within seconds. ",
      el("a", { href: "#/configuration/connect" }, "Connect"),
      " has the lines for each language; programs with an X-Ray SDK need this one:",
    ),
    snippet(`export AWS_XRAY_DAEMON_ADDRESS=${daemonAddress()}`),
    el(
      "p",
      {},
      "Nothing comes? ",
      el("a", { href: "#/configuration/rejected" }, "Configuration"),
      " lists documents that were rejected, with the reason.",
    ),
  );
}

/** The start of the newest trace as it was told last, so that a message that is drawn again needn't wait. */
let newestTrace = null;

/** A link to the newest traces, as soon as it is known that there are any outside of the range. */
function olderTraces(range, linkOf) {
  const link = el("p", { hidden: true });
  const show = () => {
    const outside = newestTrace !== null && (newestTrace < range.start || newestTrace > range.end);
    link.hidden = !outside;
    if (outside)
      setChildren(
        link,
        el(
          "a",
          { class: "button primary", href: linkOf(fixedRange(newestTrace - MINUTES_BEFORE * 60, newestTrace + 60)) },
          `Show the newest traces, of ${dateTime(newestTrace)}`,
        ),
      );
  };
  show();
  status()
    .then(({ store }) => {
      newestTrace = store?.newestTrace ?? null;
      show();
    })
    .catch(() => {}); // The banner says that X-Ray Local doesn't answer.
  return link;
}

/** The question whether a filter that matches nothing means milliseconds; linkOf(filter) leads to the corrected one. */
export function unitsHint(filter, linkOf) {
  const hint = millisecondsHint(filter);
  return (
    hint &&
    el(
      "p",
      { class: "units-hint" },
      `Times are in seconds: did you mean ${count(hint.seconds)} ms rather than ${count(hint.seconds)} s? `,
      el("a", { href: linkOf(hint.filter) }, el("code", {}, hint.filter)),
    )
  );
}

/** A request failed; offers to retry. */
export function failure(error, retry) {
  return el(
    "section",
    { class: "empty", role: "alert" },
    el("h2", {}, error.unreachable ? "X-Ray Local doesn't answer" : "That didn't work"),
    el("p", {}, error.message),
    el("button", { type: "button", class: "primary", onclick: retry }, "Try again"),
  );
}

function illustration() {
  return el("div", { class: "empty-drawing", "aria-hidden": "true" }, el("i"), el("b"), el("i"), el("b"), el("i"));
}
