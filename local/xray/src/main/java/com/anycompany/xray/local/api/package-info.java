/** The X-Ray operations over HTTP, the endpoints of X-Ray Local itself, and the console's files. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.api;
