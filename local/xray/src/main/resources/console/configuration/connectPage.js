// Connect page: what makes a program of each language send its traces to X-Ray Local, and commands that read them.
import { el, setChildren } from "../base/dom.js";
import { href } from "../base/router.js";
import { daemonAddress, snippet } from "../ui/snippet.js";
import { connectSnippets } from "./connectSnippets.js";

export class ConnectPage {
  #snippets = connectSnippets(daemonAddress());
  #choice = el("nav", { class: "segmented", "aria-label": "Language or tool" });
  #body = el("div");
  element = el(
    "section",
    { class: "card connect" },
    el("h2", {}, "Point your programs here"),
    this.#choice,
    this.#body,
  );

  async refresh() {}

  /** params.for: the name of a language or tool. */
  update(params) {
    const chosen = this.#snippets.find(({ name }) => name === params.for) ?? this.#snippets[0];
    setChildren(
      this.#choice,
      this.#snippets.map(({ name, label }) =>
        el(
          "a",
          { href: href("configuration", { for: name }, "connect"), "aria-current": name === chosen.name && "true" },
          label,
        ),
      ),
    );
    setChildren(
      this.#body,
      chosen.parts.map(({ title, hint, code }) => [
        el("h3", {}, title),
        el("p", { class: "hint" }, hint),
        snippet(code),
      ]),
    );
  }
}
