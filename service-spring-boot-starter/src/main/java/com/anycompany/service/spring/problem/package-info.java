/** Problem responses (RFC 9457) for every failure of a request. */
@org.jspecify.annotations.NullMarked
package com.anycompany.service.spring.problem;
