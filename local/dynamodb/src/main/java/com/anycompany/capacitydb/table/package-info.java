/**
 * Table definitions: keys, indexes, settings and items.
 *
 * <p>Decision: docs/adr/040-settings-without-effect.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.table;
