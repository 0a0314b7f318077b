// The one place that names a third-party library's version; ConsoleAssetsTests compares it with the class path.
import "/webjars/dagre/0.8.4/dist/dagre.min.js";

export const dagre = window.dagre;
