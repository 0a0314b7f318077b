// Third-party library dagre. This is the only file that names its version; ConsoleAssetsTests compares it with the
// class path.
import { Graph, layout } from "/webjars/dagrejs__dagre/3.1.3/dist/dagre.esm.js";

export const dagre = { Graph, layout };
