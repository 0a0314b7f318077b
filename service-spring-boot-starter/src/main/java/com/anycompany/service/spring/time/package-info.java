/** The clock. */
@org.jspecify.annotations.NullMarked
package com.anycompany.service.spring.time;
