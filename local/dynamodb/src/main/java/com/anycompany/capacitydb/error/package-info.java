/** The errors that clients receive. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.error;
