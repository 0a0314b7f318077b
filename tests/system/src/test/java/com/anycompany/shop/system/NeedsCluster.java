package com.anycompany.shop.system;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests where nobody named a Kubernetes cluster that they may use; under CI too, which has none. */
final class NeedsCluster implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        if (System.getProperty(Cluster.KUBECONFIG) != null) {
            return ConditionEvaluationResult.enabled("A cluster is named");
        }
        String line = test.getDisplayName() + " needs a cluster that has the images: name its kubeconfig with -D"
                + Cluster.KUBECONFIG;
        System.out.println("SKIPPED " + line);
        return ConditionEvaluationResult.disabled(line);
    }
}
