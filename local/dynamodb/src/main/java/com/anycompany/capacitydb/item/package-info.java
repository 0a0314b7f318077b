/** Reading and writing items, with the capacity that it consumes. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.item;
