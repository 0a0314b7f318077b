package com.anycompany.shop.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests on a machine without the AWS CLI, saying so; but under CI a missing one is a failure. */
final class NeedsAwsCli implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        if (isInstalled()) {
            return ConditionEvaluationResult.enabled("The AWS CLI is there");
        }
        String missing = test.getDisplayName() + " needs the AWS CLI: apt install awscli";
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(missing);
        }
        System.out.println("SKIPPED " + missing);
        return ConditionEvaluationResult.disabled(missing);
    }

    private static boolean isInstalled() {
        return Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(Pattern.compile(Pattern.quote(System.getProperty("path.separator")))::splitAsStream)
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "aws")));
    }
}
