package com.anycompany.xray.local.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Gives a test class an X-Ray Local of its own, in this process, on a free port that stays the same for the whole class.
 * It is empty at the beginning of each test. Fields and parameters of type {@link LocalXRay} receive it; a static field
 * is set before anything of the class runs.
 *
 * <p>Test classes may run in parallel. The tests of one class run one after the other, since they share what they empty.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(XRayLocalExtension.class)
@ResourceLock(providers = OneTestAtATime.class)
public @interface XRayLocalTest {}
