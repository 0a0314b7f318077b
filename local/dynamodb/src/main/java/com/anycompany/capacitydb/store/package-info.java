/** Tables in memory and the log that makes them durable. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.store;
