// Timeline of a trace. Only the visible rows are in the DOM, so that thousands of spans scroll smoothly.
import { el, setChildren } from "../base/dom.js";
import { count, duration, shortName } from "../base/format.js";
import { addBrush } from "../chart/brush.js";
import { linearTicks } from "../chart/distribution.js";
import { typeIcon } from "../ui/icons.js";
import { criticalStretches } from "./criticalPath.js";
import { findGaps } from "./gaps.js";
import { retryAttempts } from "./retries.js";
import { nodeIdentity, spanDetail } from "./spanDetails.js";
import { initiallyCollapsed, visibleRows } from "./visibleRows.js";

const ROW_HEIGHT = 34;
const HEAD_HEIGHT = 36;
const SPARE_ROWS = 8;
const MIN_VIEW_SECONDS = 0.000001;

export class Timeline {
  #tree;
  #onSelect;
  #collapsed;
  #critical;
  #view;
  #axis = el("div", { role: "columnheader", class: "tl-axis" });
  #brushed = el("span", { class: "tl-brushed", hidden: true });
  #attempts;
  #rows = [];
  #drawn = new Map();
  #marked = null;
  #selected = null;
  #cursor = 0;
  #sizer = el("div", { class: "tl-sizer", role: "rowgroup" });
  #scroller = el("div", { class: "tl-scroller", role: "presentation" });

  constructor(tree, { onSelect }) {
    this.#tree = tree;
    this.#onSelect = onSelect;
    this.#collapsed = initiallyCollapsed(tree.roots);
    this.#critical = criticalStretches(tree.roots[0]);
    this.#view = { start: tree.start, end: tree.end };
    this.#attempts = retryAttempts(tree);
    this.element = el("div", { class: "timeline", role: "treegrid", "aria-label": "Timeline" }, this.#scroller);
    this.#scroller.append(this.#head(), this.#sizer);
    this.#scroller.addEventListener("scroll", () => this.#draw(), { passive: true });
    this.#scroller.addEventListener("keydown", (event) => this.#handleKey(event));
    new ResizeObserver(() => this.#draw()).observe(this.#scroller);
    this.#layOut();
  }

  select(id) {
    this.#selected = id;
    const index = this.#rows.findIndex(({ span }) => span.id === id);
    if (index >= 0) this.#cursor = index;
    this.#redraw();
  }

  /** Shows a span's row: opens what is above it, and scrolls to it. */
  reveal(id) {
    const span = this.#tree.byId.get(id);
    let opened = false;
    for (let above = span?.parent; above; above = above.parent) opened = this.#collapsed.delete(above.id) || opened;
    if (opened) this.#layOut();
    const index = this.#rows.findIndex((row) => row.span === span);
    if (index >= 0) this.#scrollTo(index);
  }

  /** Marks the spans with these ids, and dims the others; null marks none. */
  mark(ids) {
    this.#marked = ids;
    this.element.classList.toggle("searching", ids !== null);
    this.#redraw();
  }

  /** Focuses the row that was selected last. */
  focus() {
    this.#focus(this.#cursor);
  }

  showCriticalPath(on) {
    this.element.classList.toggle("critical-only", on);
  }

  /** Shows only this part of the time, in epoch seconds; without an argument, all of it. */
  zoom({ start, end } = this.#tree) {
    this.#view = { start: Math.max(start, this.#tree.start), end: Math.min(end, this.#tree.end) };
    if (this.#view.end - this.#view.start < MIN_VIEW_SECONDS) this.#view.end = this.#view.start + MIN_VIEW_SECONDS;
    this.#drawAxis();
    this.#redraw();
  }

  #isZoomed() {
    return this.#view.start > this.#tree.start || this.#view.end < this.#tree.end;
  }

  collapseAll(on) {
    this.#collapsed = new Set(
      on
        ? [...this.#tree.byId.values()]
            .filter(({ children, kind }) => children.length && kind === "segment")
            .map(({ id }) => id)
        : [],
    );
    for (const root of this.#tree.roots) this.#collapsed.delete(root.id);
    this.#layOut();
  }

  #head() {
    addBrush(this.#axis, {
      onMove: ({ from, to }) => this.#showBrushed(from, to),
      onEnd: (range) => {
        this.#brushed.hidden = true;
        if (!range) return;
        const { start, end } = this.#view;
        this.zoom({ start: start + range.from * (end - start), end: start + range.to * (end - start) });
      },
    });
    this.#drawAxis();
    return el(
      "div",
      { class: "tl-head", role: "row" },
      ["Name", "Status", "Duration"].map((text) => el("div", { role: "columnheader" }, text)),
      this.#axis,
    );
  }

  #showBrushed(from, to) {
    this.#brushed.hidden = false;
    this.#brushed.style.left = `${from * 100}%`;
    this.#brushed.style.width = `${(to - from) * 100}%`;
  }

  #drawAxis() {
    const [from, to] = [this.#view.start - this.#tree.start, this.#view.end - this.#tree.start];
    const marks = linearTicks(from, to, 5).map((time) => {
      const share = (time - from) / (to - from);
      const mark = el("span", { class: share > 0.88 ? "tl-tick late" : "tl-tick" }, duration(time));
      mark.style.left = `${share * 100}%`;
      return mark;
    });
    const all = el(
      "button",
      { type: "button", class: "tl-all", onclick: () => this.zoom(), onpointerdown: (event) => event.stopPropagation() },
      "Zoom out",
    );
    this.#axis.title = "Drag to zoom in; Z zooms to the row that has the focus, and out again";
    this.#axis.setAttribute("aria-label", `Time, from ${duration(from)} to ${duration(to)}`);
    setChildren(this.#axis, marks, this.#brushed, this.#isZoomed() && all);
  }

  #layOut() {
    this.#rows = visibleRows(this.#tree.roots, this.#collapsed);
    this.#cursor = Math.min(this.#cursor, this.#rows.length - 1);
    this.#sizer.style.height = `${this.#rows.length * ROW_HEIGHT}px`;
    this.#scroller.style.height = `${Math.min(Math.max(this.#rows.length, 4), 18) * ROW_HEIGHT + HEAD_HEIGHT}px`;
    this.element.setAttribute("aria-rowcount", this.#rows.length + 1);
    this.#redraw();
  }

  #redraw() {
    const focused = this.#scroller.contains(document.activeElement);
    this.#drawn.clear();
    setChildren(this.#sizer);
    this.#draw();
    if (focused) this.#drawn.get(this.#cursor)?.focus({ preventScroll: true });
  }

  #draw() {
    const first = Math.max(0, Math.floor(this.#scroller.scrollTop / ROW_HEIGHT) - SPARE_ROWS);
    const last = Math.min(
      this.#rows.length - 1,
      Math.ceil((this.#scroller.scrollTop + (this.#scroller.clientHeight || 600)) / ROW_HEIGHT) + SPARE_ROWS,
    );
    for (const [index, row] of this.#drawn) {
      if (index >= first && index <= last) continue;
      row.remove();
      this.#drawn.delete(index);
    }
    for (let index = first; index <= last; index++) {
      if (this.#drawn.has(index)) continue;
      const row = this.#row(this.#rows[index], index);
      this.#drawn.set(index, row);
      this.#sizer.append(row);
    }
  }

  #row({ span, depth }, index) {
    const row = el(
      "div",
      {
        role: "row",
        class: this.#rowClass(span),
        "data-span": span.id,
        tabindex: index === this.#cursor ? 0 : -1,
        "aria-rowindex": index + 2,
        "aria-level": depth + 1,
        "aria-selected": String(span.id === this.#selected),
        "aria-expanded": span.children.length ? String(!this.#collapsed.has(span.id)) : null,
        onclick: () => this.#choose(index),
      },
      this.#nameCell(span, depth),
      el("div", { role: "gridcell", class: "tl-status" }, el("i", { class: `dot ${span.status}` }), statusText(span)),
      el("div", { role: "gridcell", class: "tl-duration" }, span.end === null ? "…" : duration(span.end - span.start)),
      el("div", { role: "gridcell", class: "tl-lane" }, this.#bars(span)),
    );
    row.style.transform = `translateY(${index * ROW_HEIGHT}px)`;
    return row;
  }

  #rowClass(span) {
    const states = {
      inferred: span.inferred,
      critical: this.#critical.has(span.id),
      selected: span.id === this.#selected,
      marked: this.#marked?.has(span.id),
    };
    return ["tl-row", span.kind, ...Object.keys(states).filter((name) => states[name])].join(" ");
  }

  #nameCell(span, depth) {
    const twist = el(
      "span",
      { class: `twist ${span.children.length ? "" : "leaf"}`, "aria-hidden": "true" },
      this.#collapsed.has(span.id) ? "▸" : "▾",
    );
    twist.addEventListener("click", (event) => {
      event.stopPropagation();
      this.#toggle(span);
    });
    const { name, type } = span.kind === "segment" ? nodeIdentity(span) : { name: span.name, type: "" };
    const retries = span.doc.aws?.retries;
    const attempt = this.#attempts.get(span.id);
    const cell = el(
      "div",
      { role: "gridcell", class: "tl-name" },
      twist,
      span.kind === "segment" && typeIcon(type),
      el(
        "span",
        { class: "tl-title", title: name },
        el("bdi", {}, shortName(name)),
        el("span", { class: "tl-detail" }, el("bdi", {}, spanDetail(span))),
      ),
      attempt && el("span", { class: "tag attempt" }, `attempt ${attempt.number} of ${attempt.of}`),
      retries > 0 && el("span", { class: "tag" }, `${retries}× retried`),
      span.inferred && el("span", { class: "tag" }, "inferred"),
      span.parentMissing && el("span", { class: "tag" }, "parent missing"),
      span.circular && el("span", { class: "tag", title: "Its parents lead back to it." }, "in a cycle of calls"),
      this.#collapsed.has(span.id) && el("span", { class: "tag" }, `+${count(span.size)}`),
    );
    cell.style.setProperty("--depth", Math.min(depth, 12));
    return cell;
  }

  #bars(span) {
    const { start, end } = this.#tree;
    const gaps = findGaps(span, end - start).map((gap) =>
      this.#span("tl-gap", gap, `Gap of ${duration(gap.end - gap.start)}: nothing recorded`),
    );
    const critical = (this.#critical.get(span.id) ?? []).map((stretch) =>
      this.#span("tl-critical", stretch, `The trace waits ${duration(stretch.end - stretch.start)} for this`),
    );
    return [this.#span(`tl-bar ${span.status}`, { start: span.start, end: span.end ?? end }), gaps, critical];
  }

  #span(name, { start, end }, title = null) {
    const view = this.#view;
    const share = (time) => ((time - view.start) / (view.end - view.start)) * 100;
    const stretch = el("span", { class: name, title });
    stretch.style.left = `${share(start)}%`;
    stretch.style.width = `${Math.max(share(end) - share(start), 0)}%`;
    return stretch;
  }

  #choose(index) {
    this.#cursor = index;
    this.#onSelect(this.#rows[index].span);
    this.#drawn.get(index)?.focus({ preventScroll: true });
  }

  #toggle({ id, children }) {
    if (!children.length) return;
    if (!this.#collapsed.delete(id)) this.#collapsed.add(id);
    this.#layOut();
  }

  #handleKey(event) {
    const { span } = this.#rows[this.#cursor];
    const open = span.children.length && !this.#collapsed.has(span.id);
    if (event.key === "ArrowDown") this.#focus(this.#cursor + 1);
    else if (event.key === "ArrowUp") this.#focus(this.#cursor - 1);
    else if (event.key === "Home") this.#focus(0);
    else if (event.key === "End") this.#focus(this.#rows.length - 1);
    else if (event.key === "ArrowRight") open ? this.#focus(this.#cursor + 1) : this.#toggle(span);
    else if (event.key === "ArrowLeft")
      open ? this.#toggle(span) : this.#focus(this.#rows.findIndex((row) => row.span === span.parent));
    else if (event.key === "z" || event.key === "Z") this.#isZoomed() ? this.zoom() : this.zoom(whole(span));
    else if (event.key === "Enter" || event.key === " ") this.#choose(this.#cursor);
    else return;
    event.preventDefault();
  }

  #scrollTo(index) {
    const [top, height] = [index * ROW_HEIGHT, this.#scroller.clientHeight - HEAD_HEIGHT];
    if (top < this.#scroller.scrollTop) this.#scroller.scrollTop = top;
    if (top + ROW_HEIGHT > this.#scroller.scrollTop + height) this.#scroller.scrollTop = top + ROW_HEIGHT - height;
    this.#draw();
  }

  #focus(index) {
    if (index < 0 || index >= this.#rows.length) return;
    this.#cursor = index;
    this.#scrollTo(index);
    for (const [at, row] of this.#drawn) row.tabIndex = at === index ? 0 : -1;
    this.#drawn.get(index).focus({ preventScroll: true });
  }
}

/** A span's time with a little beside it. */
function whole({ start, end }) {
  const margin = ((end ?? start) - start) * 0.02;
  return { start: start - margin, end: (end ?? start) + margin };
}

function statusText({ doc, status }) {
  const code = doc.http?.response?.status;
  if (code) return String(code);
  return { ok: "OK", error: "Error", fault: "Fault", throttle: "Throttled", pending: "Pending" }[status];
}
