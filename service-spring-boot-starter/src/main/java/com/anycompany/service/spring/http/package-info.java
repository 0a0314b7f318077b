/** Calls to other services: the HTTP client, and one retry rule. */
@org.jspecify.annotations.NullMarked
package com.anycompany.service.spring.http;
