// Code snippets to copy.
import { el } from "../base/dom.js";
import { copyButton } from "./copyButton.js";

export function snippet(code) {
  return el("div", { class: "snippet" }, el("pre", { tabindex: 0 }, el("code", {}, code)), copyButton("Copy", code));
}

export function daemonAddress() {
  const host = location.hostname === "localhost" ? "127.0.0.1" : location.hostname;
  return `${host}:${location.port || "80"}`;
}
