// Shows the screen that the address names.
import { el, setText, show } from "./dom.js";
import { ConfigurationScreen } from "./configuration.js";
import { MapScreen } from "./map.js";
import { href, parseRoute } from "./router.js";
import { themeButton } from "./theme.js";
import { TraceScreen } from "./trace.js";
import { TracesScreen } from "./traces.js";

const TABS = { "service-map": "Service map", traces: "Traces", configuration: "Configuration" };

const main = document.getElementById("main");
const nav = document.querySelector(".tabs");
let current = null;

document.querySelector(".masthead-end").append(themeButton());
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("hashchange", route);
route();

function route() {
  const wanted = parseRoute(location.hash);
  const Screen = screenFor(wanted);
  if (current instanceof Screen) {
    current.update(wanted);
  } else {
    current?.close();
    const first = current === null;
    current = new Screen(wanted);
    show(main, current.element);
    if (!first) main.focus({ preventScroll: true });
  }
  setText(document.querySelector("title"), `${current.title} · X-Ray Local`);
  drawTabs(wanted);
}

function screenFor({ screen, id }) {
  if (screen === "traces") return id ? TraceScreen : TracesScreen;
  return screen === "configuration" ? ConfigurationScreen : MapScreen;
}

function drawTabs({ screen, params }) {
  const active = TABS[screen] ? screen : "service-map";
  const tabs = Object.entries(TABS).map(([name, label]) =>
    el("a", { href: href(name, { range: name === "configuration" ? null : params.range }), "aria-current": name === active ? "page" : null }, label),
  );
  show(nav, tabs);
}
