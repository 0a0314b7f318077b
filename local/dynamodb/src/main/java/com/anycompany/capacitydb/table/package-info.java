/** Table definitions: keys, indexes and items. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.table;
