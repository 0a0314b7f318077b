/** Default settings of a service: shutdown, probes, actuator, HTTP client. */
@org.jspecify.annotations.NullMarked
package com.anycompany.service.spring.defaults;
