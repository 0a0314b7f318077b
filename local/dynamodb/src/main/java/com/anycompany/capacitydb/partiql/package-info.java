/** PartiQL statements. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.partiql;
