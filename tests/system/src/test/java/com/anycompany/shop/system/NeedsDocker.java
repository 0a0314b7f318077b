package com.anycompany.shop.system;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests on a machine without a running Docker, saying so; but under CI that is a failure. */
final class NeedsDocker implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        String missing = missing();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("Docker is there");
        }
        String line = test.getDisplayName() + " needs " + missing;
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(line);
        }
        System.out.println("SKIPPED " + line);
        return ConditionEvaluationResult.disabled(line);
    }

    private static String missing() {
        if (!Command.works("docker", "version")) {
            return "a running Docker: apt install docker.io, and start dockerd";
        }
        if (ContainerShop.compose().isEmpty()) {
            return "Docker Compose: apt install docker-compose";
        }
        if (ContainerShop.base().equals(ContainerShop.OWN_BASE)
                && !Command.works("docker", "image", "inspect", ContainerShop.OWN_BASE)
                && !Command.works("debootstrap", "--version")) {
            return "a base image: apt install debootstrap, or name one that Docker can pull in SHOP_BASE_IMAGE";
        }
        return "";
    }
}
