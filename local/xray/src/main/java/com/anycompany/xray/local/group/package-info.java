/**
 * Groups: named filter expressions and the traces that match them.
 *
 * <p>Decision: docs/adr/021-groups-as-bits.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.group;
