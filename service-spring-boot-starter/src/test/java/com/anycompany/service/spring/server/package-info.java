/** The HTTP server against raw sockets. */
@org.jspecify.annotations.NullMarked
package com.anycompany.service.spring.server;
