// Messages of a screen that has nothing to show, with the reason and the next step.
import { millisecondsHint } from "../api/filterExpression.js";
import { el } from "../base/dom.js";
import { count } from "../base/format.js";
import { daemonAddress, snippet } from "./snippet.js";

export function emptyState(title, ...body) {
  return el("section", { class: "empty" }, illustration(), el("h2", {}, title), body);
}

/** No traces were received in a time range. */
export function noTraces(range) {
  return emptyState(
    `No traces ${range.within}`,
    el(
      "p",
      {},
      "Send a request to a program that is instrumented with X-Ray, and it shows up here within seconds. Point the program at this address:",
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
