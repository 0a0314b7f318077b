// Configuration screen: tabs with one page each, refreshed while they are visible.
import { el, setChildren } from "../base/dom.js";
import { href } from "../base/router.js";
import { failure } from "../ui/emptyState.js";
import { ConnectPage } from "./connectPage.js";
import { GroupsPage } from "./groupsPage.js";
import { InsightsPage } from "./insightsPage.js";
import { RejectedPage } from "./rejectedPage.js";
import { SamplingPage } from "./samplingPage.js";
import { StorePage } from "./storePage.js";

const POLL_MILLIS = 3000;
const PAGES = {
  connect: ["Connect", ConnectPage],
  sampling: ["Sampling rules", SamplingPage],
  groups: ["Groups", GroupsPage],
  insights: ["Insights", InsightsPage],
  rejected: ["Rejected documents", RejectedPage],
  store: ["Store and counters", StorePage],
};

export class ConfigurationScreen {
  title = "Configuration";
  #name = null;
  #page = null;
  #shown = null;
  #timer = null;
  #nav = el("nav", { class: "side-tabs", "aria-label": "Configuration" });
  #error = el("div");
  #body = el("div", { class: "settings" });

  constructor(route) {
    this.element = el(
      "section",
      { class: "screen page configuration" },
      el("h1", {}, "Configuration"),
      el("div", { class: "settings-body" }, this.#nav, this.#body),
    );
    this.update(route);
  }

  update({ id, params }) {
    const name = Object.hasOwn(PAGES, id ?? "") ? id : "connect";
    const [title, Page] = PAGES[name];
    if (name !== this.#name) {
      this.#name = name;
      this.#page = new Page();
      this.#drawTabs();
      setChildren(this.#body, this.#error, this.#page.element);
    }
    this.title = `${title} · Configuration`;
    this.#page.update?.(params);
    this.#refresh();
  }

  refresh() {
    return this.#refresh();
  }

  close() {
    clearTimeout(this.#timer);
    this.closed = true;
  }

  #drawTabs() {
    setChildren(
      this.#nav,
      Object.entries(PAGES).map(([name, [title]]) =>
        el("a", { href: href("configuration", {}, name), "aria-current": name === this.#name ? "page" : null }, title),
      ),
    );
  }

  async #refresh() {
    clearTimeout(this.#timer);
    const page = this.#page;
    try {
      if (!document.hidden) await page.refresh();
      if (page === this.#page) this.#showError(null);
      this.#shown = page;
    } catch (error) {
      const told = error.unreachable && this.#shown === page;
      if (page === this.#page && !told) this.#showError(error);
    }
    if (!this.closed && page === this.#page) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#refresh(), POLL_MILLIS);
    }
  }

  /** Shows the error above the page's content. */
  #showError(error) {
    const text = error?.message ?? "";
    if (this.#error.dataset.text === text) return;
    this.#error.dataset.text = text;
    setChildren(this.#error, error && failure(error, () => this.#refresh()));
  }
}
