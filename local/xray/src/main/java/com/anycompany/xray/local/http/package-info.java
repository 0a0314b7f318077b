/** HTTP server: connections, request bodies, origin check and routing. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.http;
