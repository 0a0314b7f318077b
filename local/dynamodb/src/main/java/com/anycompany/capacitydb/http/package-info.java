/** The HTTP server. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.http;
