/** CapacityDB in tests. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.junit;
