/**
 * The HTTP server.
 *
 * <p>Decision: docs/adr/041-deadlines-and-frames.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.http;
