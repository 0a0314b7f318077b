// The two views of a trace as tabs: its timeline and its log records.
import { el, setChildren } from "../base/dom.js";
import { count } from "../base/format.js";

/**
 * records: how many log records there are; timeline: an element; logs(): makes the other view, when it is opened; open: whether that is at
 * once; onOpen(logs): a tab was chosen. → the tabs and the views
 */
export function traceViews({ records, timeline, logs, open, onOpen }) {
  const logView = el("div", { role: "tabpanel", id: "trace-logs", "aria-labelledby": "trace-logs-tab" });
  const views = [el("div", { role: "tabpanel", id: "trace-timeline", "aria-labelledby": "trace-timeline-tab" }, timeline), logView];
  const tabs = [
    tab("trace-timeline", "Timeline"),
    tab("trace-logs", records ? `Logs (${count(records)})` : "Logs"),
  ];
  const show = (index) => {
    if (index === 1 && !logView.hasChildNodes()) setChildren(logView, logs());
    tabs.forEach((each, i) => {
      each.setAttribute("aria-selected", String(i === index));
      each.tabIndex = i === index ? 0 : -1;
      views[i].hidden = i !== index;
    });
  };
  tabs.forEach((each, i) => {
    each.addEventListener("click", () => {
      show(i);
      onOpen(i === 1);
    });
    each.addEventListener("keydown", ({ key }) => {
      if (key !== "ArrowLeft" && key !== "ArrowRight") return;
      tabs[1 - i].focus();
      tabs[1 - i].click();
    });
  });
  show(open ? 1 : 0);
  return [el("div", { class: "tablist trace-views", role: "tablist", "aria-label": "Views of this trace" }, tabs), ...views];
}

function tab(view, name) {
  return el("button", { type: "button", role: "tab", id: `${view}-tab`, "aria-controls": view }, name);
}
