package com.anycompany.xray.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks business work that is recorded under the method's name within the trace: as a subsegment by the X-Ray SDK, as a span by
 * OpenTelemetry. On a class it counts for all of its methods. Only calls from outside of the bean are recorded, as with every
 * annotation of Spring's AOP.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Traced {}
