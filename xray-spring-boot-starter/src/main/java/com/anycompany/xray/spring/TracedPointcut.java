package com.anycompany.xray.spring;

import java.lang.annotation.Annotation;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;

/** Factory of the pointcut of methods that are recorded. */
final class TracedPointcut {

    private TracedPointcut() {}

    /** The methods with this annotation, and all methods of a class with it. */
    static ComposablePointcut of(Class<? extends Annotation> annotation) {
        return new ComposablePointcut(AnnotationMatchingPointcut.forMethodAnnotation(annotation))
                .union((Pointcut) new AnnotationMatchingPointcut(annotation, true));
    }
}
