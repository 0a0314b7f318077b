/** Transactions: several items, all or nothing. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.transaction;
