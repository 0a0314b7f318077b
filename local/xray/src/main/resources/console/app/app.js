// Entry point: shows the screen that the route names.
import { AnalyticsScreen } from "../analytics/analyticsScreen.js";
import { ownLink } from "../base/deepLinks.js";
import { el, setChildren, setText } from "../base/dom.js";
import { href, parseRoute, replaceRoute } from "../base/router.js";
import { CompareScreen } from "../compare/compareScreen.js";
import { ConfigurationScreen } from "../configuration/configurationScreen.js";
import { MapScreen } from "../map/mapScreen.js";
import { TraceScreen } from "../trace/traceScreen.js";
import { TracesScreen } from "../traces/tracesScreen.js";
import { ConnectionBanner } from "./connectionBanner.js";
import { RestoreBanner } from "./restoreBanner.js";
import { themeButton } from "./themeButton.js";

const TABS = { "service-map": "Service map", traces: "Traces", analytics: "Analytics", configuration: "Configuration" };
const SCREENS = {
  "service-map": MapScreen,
  compare: CompareScreen,
  traces: TracesScreen,
  trace: TraceScreen,
  analytics: AnalyticsScreen,
  configuration: ConfigurationScreen,
};

const main = document.getElementById("main");
const nav = document.querySelector(".tabs");
let current = null;

const restoring = new RestoreBanner({ onRestored: () => current?.screen.refresh() });
const connection = new ConnectionBanner({
  onBack: () => {
    current?.screen.refresh();
    restoring.check();
  },
});
main.before(connection.element, restoring.element);
document.querySelector(".masthead-end").append(themeButton());
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("hashchange", route);
route();

function route() {
  const own = ownLink(location.hash);
  if (own !== location.hash) return replaceRoute(own);
  const asked = parseRoute(location.hash);
  const name = nameOf(asked);
  drawTabs(asked);
  if (current?.name === name) current.screen.update(asked);
  else open(name, new SCREENS[name](asked));
  setText(document.querySelector("title"), `${current.screen.title} · X-Ray Local`);
}

function open(name, screen) {
  const first = current === null;
  current?.screen.close();
  current = { name, screen };
  setChildren(main, screen.element);
  if (!first) main.focus({ preventScroll: true });
}

function nameOf({ screen, id }) {
  if (screen === "traces" && id) return "trace";
  return Object.hasOwn(SCREENS, screen) && screen !== "trace" ? screen : "service-map";
}

function drawTabs({ screen, params }) {
  const active = TABS[screen] ? screen : "service-map";
  const tabs = Object.entries(TABS).map(([name, label]) =>
    el(
      "a",
      {
        href: href(name, { range: name === "configuration" ? null : params.range }),
        "aria-current": name === active ? "page" : null,
      },
      label,
    ),
  );
  setChildren(nav, tabs);
}
