/**
 * Groups: named filter expressions, and which traces are in them. Knows no server.
 *
 * <p>Decision: docs/adr/021-groups-as-bits.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.group;
