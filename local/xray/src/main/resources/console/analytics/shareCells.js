// Table cells for a value's share in set A, in set B, and the difference.
import { el } from "../base/dom.js";
import { count, percent } from "../base/format.js";

/** The column headers for these cells. */
export function shareHeaders(both) {
  const head = (text, title) => el("th", { scope: "col", class: "figure", title }, text);
  return both ? [head("A"), head("B"), head("Difference", "Points: share in A less share in B")] : [head("Share")];
}

/** The cells for a row of compareValues. */
export function shareCells({ a, b, shareA, shareB, difference }, both) {
  const cell = (side, n, share) => {
    const bar = el("span", { class: `set-bar ${side}` });
    bar.style.setProperty("--share", share);
    const label = both ? side.toUpperCase() : "Share";
    return el("td", { class: "figure share", "data-label": label, title: `${count(n)} traces` }, bar, percent(share));
  };
  if (!both) return [cell("a", a, shareA)];
  return [
    cell("a", a, shareA),
    cell("b", b, shareB),
    el(
      "td",
      { class: `figure difference ${difference > 0 ? "a" : difference < 0 ? "b" : ""}`, "data-label": "Difference" },
      percentagePoints(difference),
    ),
  ];
}

/** A difference of shares in percentage points: +32, −4.1, 0. */
export function percentagePoints(difference) {
  const hundredths = Math.abs(difference) * 100;
  if (hundredths < 0.05) return "0";
  return `${difference > 0 ? "+" : "−"}${hundredths < 10 ? Number(hundredths.toFixed(1)) : Math.round(hundredths)}`;
}
