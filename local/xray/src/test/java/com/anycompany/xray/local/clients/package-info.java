/** X-Ray's real clients, each as a process of its own, against X-Ray Local. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.clients;
