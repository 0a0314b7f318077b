// What a screen says when it has nothing to show: why, and what to do next.
import { copyButton, el } from "../base/dom.js";

export function emptyState(title, ...body) {
  return el("section", { class: "empty" }, drawing(), el("h2", {}, title), body);
}

/** No traces have come in yet. */
export function noTraces(range) {
  return emptyState(
    `No traces ${range.within}`,
    el("p", {}, "Send a request to a program that is instrumented with X-Ray, and it shows up here within seconds. Point the program at this address:"),
    snippet(`export AWS_XRAY_DAEMON_ADDRESS=${daemonAddress()}`),
    el("p", {}, "Nothing comes? ", el("a", { href: "#/configuration/rejected" }, "Configuration"), " lists documents that were rejected, with the reason."),
  );
}

/** Something failed; offers to try again. */
export function failure(error, retry) {
  return el(
    "section",
    { class: "empty", role: "alert" },
    el("h2", {}, error.unreachable ? "X-Ray Local doesn't answer" : "That didn't work"),
    el("p", {}, error.message),
    el("button", { type: "button", class: "primary", onclick: retry }, "Try again"),
  );
}

export function snippet(code) {
  return el("div", { class: "snippet" }, el("pre", { tabindex: 0 }, el("code", {}, code)), copyButton("Copy", code));
}

export function daemonAddress() {
  const host = location.hostname === "localhost" ? "127.0.0.1" : location.hostname;
  return `${host}:${location.port || "80"}`;
}

function drawing() {
  return el("div", { class: "empty-drawing", "aria-hidden": "true" }, el("i"), el("b"), el("i"), el("b"), el("i"));
}
