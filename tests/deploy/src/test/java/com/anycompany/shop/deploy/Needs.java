package com.anycompany.shop.deploy;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips a test on a machine that has none of these programs, saying so; but under CI that is a failure. */
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Needs.Condition.class)
@interface Needs {

    /** One of these will do. */
    String[] oneOf();

    /** What to install. */
    String install();

    /** The rule itself. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
            Needs needs = test.getElement()
                    .flatMap(element -> AnnotationSupport.findAnnotation(element, Needs.class))
                    .orElse(null);
            if (needs == null || Arrays.stream(needs.oneOf()).anyMatch(Program::isInstalled)) {
                return ConditionEvaluationResult.enabled("nothing is missing");
            }
            String missing =
                    test.getDisplayName() + " needs " + String.join(" or ", needs.oneOf()) + ": " + needs.install();
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(missing);
            }
            System.out.println("SKIPPED " + missing);
            return ConditionEvaluationResult.disabled(missing);
        }
    }
}
