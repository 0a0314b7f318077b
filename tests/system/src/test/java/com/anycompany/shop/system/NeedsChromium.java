package com.anycompany.shop.system;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests on a machine without Chromium, saying so; but under CI a missing browser is a failure. */
final class NeedsChromium implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        if (Chromium.path().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        String missing =
                test.getDisplayName() + " needs Chromium: apt install chromium, or set CHROMIUM to the path of one";
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(missing);
        }
        System.out.println("SKIPPED " + missing);
        return ConditionEvaluationResult.disabled(missing);
    }
}
