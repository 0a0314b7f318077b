package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.protocol.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.sampling.SamplingRule;
import com.anycompany.xray.local.sampling.SamplingRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads sampling rules from requests, within the limits of the real service. */
final class SamplingRuleInput {

    private SamplingRuleInput() {}

    static SamplingRule create(Input rule, long nowMillis) {
        String name = rule.requiredText("RuleName");
        if (!name.matches("[a-zA-Z0-9_\\-]{1,32}")) {
            throw ApiException.invalid("RuleName must be 1 to 32 letters, digits, dashes or underscores");
        }
        if (rule.requiredNumber("Version") != 1) {
            throw ApiException.invalid("Version must be 1");
        }
        return new SamplingRule(
                name,
                SamplingRules.arn(name),
                requiredText(rule, "ResourceARN", 500),
                priority(rule.requiredNumber("Priority")),
                rate(rule.requiredNumber("FixedRate")),
                reservoir(rule.requiredNumber("ReservoirSize")),
                requiredText(rule, "ServiceName", 64),
                requiredText(rule, "ServiceType", 64),
                requiredText(rule, "Host", 64),
                requiredText(rule, "HTTPMethod", 10),
                requiredText(rule, "URLPath", 128),
                attributes(rule, Map.of()),
                boost(rule, null),
                nowMillis,
                nowMillis);
    }

    static SamplingRule update(SamplingRule rule, Input update, long nowMillis) {
        return new SamplingRule(
                rule.name(),
                rule.arn(),
                text(update, "ResourceARN", 500, rule.resourceArn()),
                update.has("Priority") ? priority(update.requiredNumber("Priority")) : rule.priority(),
                update.has("FixedRate") ? rate(update.requiredNumber("FixedRate")) : rule.fixedRate(),
                update.has("ReservoirSize") ? reservoir(update.requiredNumber("ReservoirSize")) : rule.reservoirSize(),
                text(update, "ServiceName", 64, rule.serviceName()),
                text(update, "ServiceType", 64, rule.serviceType()),
                text(update, "Host", 64, rule.host()),
                text(update, "HTTPMethod", 10, rule.httpMethod()),
                text(update, "URLPath", 128, rule.urlPath()),
                attributes(update, rule.attributes()),
                boost(update, rule.rateBoost()),
                rule.createdMillis(),
                nowMillis);
    }

    private static String requiredText(Input rule, String name, int max) {
        return text(rule, name, max, rule.requiredText(name));
    }

    private static String text(Input rule, String name, int max, String otherwise) {
        String value = rule.text(name);
        if (value == null) {
            return otherwise;
        }
        if (value.length() > max) {
            throw ApiException.invalid(name + " must have at most " + max + " characters");
        }
        return value;
    }

    private static int priority(double value) {
        return (int) within("Priority", value, 1, 9999);
    }

    private static double rate(double value) {
        return within("FixedRate", value, 0, 1);
    }

    private static int reservoir(double value) {
        return (int) within("ReservoirSize", value, 0, Integer.MAX_VALUE);
    }

    private static double within(String name, double value, double least, double most) {
        if (value < least || value > most) {
            throw ApiException.invalid("%s must be between %.0f and %.0f".formatted(name, least, most));
        }
        return value;
    }

    private static Map<?, ?> attributes(Input rule, Map<?, ?> otherwise) {
        Input attributes = rule.object("Attributes");
        if (attributes == null) {
            return otherwise;
        }
        boolean valid = attributes.members().size() <= 5
                && attributes.members().entrySet().stream()
                        .allMatch(pair -> isShort(pair.getKey()) && isShort(pair.getValue()));
        if (!valid) {
            throw ApiException.invalid("Attributes must be at most 5 pairs of texts of 1 to 32 characters");
        }
        return attributes.members();
    }

    private static boolean isShort(@Nullable Object text) {
        return text instanceof String string && !string.isEmpty() && string.length() <= 32;
    }

    private static @Nullable Map<?, ?> boost(Input rule, @Nullable Map<?, ?> otherwise) {
        Input boost = rule.object("SamplingRateBoost");
        if (boost == null) {
            return otherwise;
        }
        within("MaxRate", boost.requiredNumber("MaxRate"), 0, 1);
        within("CooldownWindowMinutes", boost.requiredNumber("CooldownWindowMinutes"), 1, 1440);
        return boost.members();
    }
}
