// The one place that names a third-party library's version; ConsoleAssetsTests compares it with the class path.
import { Graph, layout } from "/webjars/dagrejs__dagre/3.1.3/dist/dagre.esm.js";

export const dagre = { Graph, layout };
