/**
 * Tables in memory and the log that makes them durable.
 *
 * <p>Decision: docs/adr/039-capacitydb.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.store;
