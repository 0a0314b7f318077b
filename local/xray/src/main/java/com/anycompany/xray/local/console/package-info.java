/**
 * The console's static files and their bundling.
 *
 * <p>Decisions: docs/adr/019-console-map.md, docs/adr/025-console-filtered-map.md, docs/adr/029-console-bundle.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.console;
