/**
 * Protection of the HTTP server: bodies are read before a thread works on a request, connections and concurrent requests are
 * bounded, hosts are checked, and the actuator has a port of its own (docs/adr/042, 043).
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.service.spring.server;
