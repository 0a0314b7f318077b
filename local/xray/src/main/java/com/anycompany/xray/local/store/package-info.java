/**
 * The traces that were received: bounded by bytes and time, indexed for the questions the API asks. Plain Java.
 *
 * <p>Decisions: docs/adr/018-compressed-log.md, docs/adr/024-own-log-on-disk.md, docs/adr/031-work-under-the-lock.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.store;
