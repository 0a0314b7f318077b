/** A small service that has nothing but the starter. */
@org.jspecify.annotations.NullMarked
package com.anycompany.service.spring.sample;
