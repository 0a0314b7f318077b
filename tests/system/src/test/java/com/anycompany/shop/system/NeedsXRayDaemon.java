package com.anycompany.shop.system;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests on a machine without AWS's X-Ray daemon, saying so; but under CI that is a failure. */
final class NeedsXRayDaemon implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        if (XRayDaemon.program().isPresent()) {
            return ConditionEvaluationResult.enabled("the daemon is there");
        }
        String missing = test.getDisplayName()
                + " needs AWS's X-Ray daemon: local/xray/src/test/clients/install builds it with Go, or name one in"
                + " XRAY_DAEMON";
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(missing);
        }
        System.out.println("SKIPPED " + missing);
        return ConditionEvaluationResult.disabled(missing);
    }
}
