package com.anycompany.shop.system;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets tests run that need minutes and the ports that the documents name: under CI, or when {@code shop.labs} is set. Where
 * such a port is taken, it says so.
 */
final class NeedsTheUsualPorts implements ExecutionCondition {

    private static final int FRONTEND = 8080;

    /** The services have neighbouring ports. */
    private static final List<Integer> PORTS = Stream.concat(
                    Stream.of(2000, 8000),
                    IntStream.range(FRONTEND, FRONTEND + Shop.SERVICES.size()).boxed())
            .toList();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        if (System.getProperty("shop.labs") == null) {
            String skipped =
                    test.getDisplayName() + " takes minutes and the ports " + PORTS + ": set -Dshop.labs for it";
            System.out.println("SKIPPED " + skipped);
            return ConditionEvaluationResult.disabled(skipped);
        }
        PORTS.stream().filter(port -> !ShopPorts.isFree(port)).findFirst().ifPresent(port -> {
            throw new IllegalStateException(
                    test.getDisplayName() + " needs port " + port + ", and something listens there: stop it first");
        });
        return ConditionEvaluationResult.enabled("all ports are free");
    }
}
