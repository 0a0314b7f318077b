// Store page: how full the store is, and the counters of received documents.
import { status } from "../api/client.js";
import { el, setChildren } from "../base/dom.js";
import { age, bytes, count, dateTime, percent } from "../base/format.js";

export class StorePage {
  #body = el("div");
  element = el("section", { class: "card" }, el("h2", {}, "Store and counters"), this.#body);

  async refresh() {
    const answer = await status();
    const { store = {}, documents = {} } = answer;
    setChildren(
      this.#body,
      usage(store),
      el(
        "dl",
        { class: "counters" },
        figures(answer).map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, value))),
      ),
      el("h3", {}, "Documents"),
      el(
        "p",
        { class: "hint" },
        "received = stored + duplicate + rejected + dropped, once the queue is empty; lost before received is what Linux discarded since nobody had fetched the datagrams before",
      ),
      el(
        "dl",
        { class: "counters" },
        documentCounters(documents).map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, value))),
      ),
    );
  }
}

function usage({ bytes: used = 0, maxBytes = 0 }) {
  const meter = el("meter", { min: 0, max: maxBytes, high: maxBytes * 0.95, "aria-label": "How full the store is" });
  meter.value = used;
  return el(
    "p",
    { class: "usage" },
    meter,
    el(
      "span",
      {},
      `${bytes(used)} of ${bytes(maxBytes)} (${percent(maxBytes ? used / maxBytes : 0)}); when it is full, the oldest traces leave`,
    ),
  );
}

function figures({ version, address, startedAt, uptimeSeconds, store = {} }) {
  return [
    ["Traces", count(store.traces)],
    ["Documents in them", count(store.documents)],
    ["Traces that had to leave", count(store.evictedTraces)],
    ["Survives a restart", durability(store)],
    ...(store.restoring ? [["Documents still to be restored", count(store.stillToRestore)]] : []),
    ...(store.damagedParts ? [["Damaged parts of its files, left out", count(store.damagedParts)]] : []),
    ["Running for", uptimeSeconds === undefined ? "–" : age(uptimeSeconds)],
    ["Started", startedAt ? dateTime(startedAt) : "–"],
    ["Address", address ?? location.host],
    ["Version", version ?? "–"],
  ];
}

function durability({ durable, diskFailed }) {
  if (diskFailed) return "not now: the disk refuses writes";
  return durable ? "yes" : "no, kept in memory";
}

/** { rejected: 2, rejectedByReason: { InvalidId: 2 } } → [["Rejected", "2"], ["Rejected: InvalidId", "2"]] */
export function documentCounters(documents) {
  return Object.entries(documents).flatMap(([key, value]) => {
    if (value === null || typeof value !== "object") return [[sentence(key), count(value)]];
    return Object.entries(value).map(([reason, n]) => [
      `${sentence(key.replace(/ByReason$/, ""))}: ${reason}`,
      count(n),
    ]);
  });
}

function sentence(key) {
  const words = key.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words[0].toUpperCase() + words.slice(1);
}
