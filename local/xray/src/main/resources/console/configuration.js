// How to send traces here, what was refused and why, and how the store is doing.
import { rejected, samplingRules, status } from "./api.js";
import { copyButton, el, show } from "./dom.js";
import { daemonAddress, failure, snippet } from "./emptystate.js";
import { bytes, count, dateTime, duration, percent } from "./format.js";

const EVERY = 5000;

export class ConfigurationScreen {
  title = "Configuration";
  #timer = null;
  #status = el("div");
  #rejected = el("div");
  #rules = el("div");
  #shown = new Map();

  constructor() {
    this.element = el(
      "section",
      { class: "screen page" },
      el("h1", {}, "Configuration"),
      el("section", { class: "card" }, el("h2", {}, "Point your programs here"), snippets()),
      el("section", { class: "card" }, el("h2", {}, "Rejected documents"), el("p", { class: "hint" }, "AWS X-Ray drops these silently. Here is what was wrong with each."), this.#rejected),
      el("section", { class: "card" }, el("h2", {}, "Sampling rules"), this.#rules),
      el("section", { class: "card" }, el("h2", {}, "Store and counters"), this.#status),
    );
    this.#load();
  }

  update() {}

  close() {
    clearTimeout(this.#timer);
    this.closed = true;
  }

  async #load() {
    await Promise.all([
      this.#part(this.#status, status, (answer) => el("dl", { class: "counters" }, counters(answer))),
      this.#part(this.#rejected, rejected, rejections),
      this.#part(this.#rules, samplingRules, rulesTable),
    ]);
    if (!this.closed) this.#timer = setTimeout(() => this.#load(), EVERY);
  }

  /** Redraws a part only when its answer has changed, so that what a person has opened stays open. */
  async #part(box, ask, draw) {
    try {
      const answer = await ask();
      const text = JSON.stringify(answer);
      if (this.#shown.get(box) !== text) show(box, draw(answer));
      this.#shown.set(box, text);
    } catch (error) {
      this.#shown.delete(box);
      show(box, failure(error, () => this.#load()));
    }
  }
}

function snippets() {
  const address = daemonAddress();
  const parts = [
    ["X-Ray SDK, any language", `export AWS_XRAY_DAEMON_ADDRESS=${address}`],
    ["AWS CLI, or any AWS SDK", `aws xray get-service-graph --endpoint-url ${location.origin} --region us-east-1 \\\n  --start-time $(($(date +%s) - 300)) --end-time $(date +%s)`],
    ["One document by hand", `printf '{"format":"json","version":1}\\n%s' "$DOCUMENT" > /dev/udp/${address.replace(":", "/")}`],
  ];
  return parts.map(([title, code]) => [el("h3", {}, title), snippet(code)]);
}

/** Any nesting of objects with numbers at the leaves: "store.traces" → Store traces. */
function counters(answer, path = []) {
  return Object.entries(answer ?? {}).flatMap(([key, value]) => {
    if (Array.isArray(value)) return [];
    if (value !== null && typeof value === "object") return counters(value, [...path, key]);
    return [el("div", {}, el("dt", {}, words([...path, key])), el("dd", {}, valueOf(key, value)))];
  });
}

function words(path) {
  const text = path.join(" ").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return text[0].toUpperCase() + text.slice(1);
}

function valueOf(key, value) {
  if (typeof value !== "number") return String(value);
  if (/bytes/i.test(key)) return bytes(value);
  if (/uptime|seconds/i.test(key)) return duration(value);
  if (value > 1e9 && /(at|time|since|oldest|newest|started)/i.test(key)) return dateTime(value);
  return Number.isInteger(value) ? count(value) : value.toFixed(2);
}

function rejections(answer) {
  const list = Array.isArray(answer) ? answer : (Object.values(answer ?? {}).find(Array.isArray) ?? []);
  if (!list.length) return el("p", { class: "good" }, "None. Every document that came in was accepted.");
  return el("ul", { class: "rejections" }, list.map(rejection));
}

function rejection(entry) {
  const pick = (...names) => names.map((name) => entry[name]).find((value) => value !== undefined && value !== null);
  const document = pick("snippet", "document", "Document");
  const time = pick("time", "millis", "at", "Time");
  const reason = pick("detail", "message", "Message", "reason") ?? "";
  const text = typeof document === "object" ? JSON.stringify(document, null, 2) : document;
  return el(
    "li",
    {},
    el("details", {}, el("summary", {}, el("span", { class: "pill fault" }, pick("errorCode", "ErrorCode", "code", "error") ?? "Rejected"), el("span", { class: "reason" }, reason), time && el("time", {}, when(time))), text && [copyButton("Copy", text), el("pre", { class: "json", tabindex: 0 }, text)]),
  );
}

function when(time) {
  const epoch = typeof time === "number" ? time : Date.parse(time) / 1000;
  return Number.isNaN(epoch) ? String(time) : dateTime(epoch > 1e11 ? epoch / 1000 : epoch);
}

function rulesTable({ SamplingRuleRecords }) {
  const rules = (SamplingRuleRecords ?? []).map(({ SamplingRule }) => SamplingRule).sort((a, b) => a.Priority - b.Priority);
  if (!rules.length) return el("p", {}, "None.");
  const head = ["Rule", "Priority", "First per second", "Then", "Service", "Host", "Method", "Path"];
  const row = (rule) => [rule.RuleName, rule.Priority, rule.ReservoirSize, percent(rule.FixedRate), rule.ServiceName, rule.Host, rule.HTTPMethod, rule.URLPath];
  return el(
    "div",
    { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Sampling rules" },
    el("table", { class: "table" }, el("thead", {}, el("tr", {}, head.map((text) => el("th", { scope: "col" }, text)))), el("tbody", {}, rules.map((rule) => el("tr", {}, row(rule).map((text) => el("td", {}, String(text))))))),
  );
}
