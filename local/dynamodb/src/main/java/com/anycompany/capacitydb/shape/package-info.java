/** The shapes of requests: types and constraints, as the service's model declares them. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.shape;
