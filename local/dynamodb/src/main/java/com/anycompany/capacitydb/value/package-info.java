/** Attribute values: their types, sizes, order and JSON. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.value;
