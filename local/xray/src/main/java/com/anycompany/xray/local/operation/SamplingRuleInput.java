package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.sampling.SamplingRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members {@code SamplingRule} and {@code SamplingRuleUpdate} of a request, within the limits of AWS. */
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
        SamplingRule.Match match = new SamplingRule.Match(
                requiredText(rule, "ResourceARN", 500),
                requiredText(rule, "ServiceName", 64),
                requiredText(rule, "ServiceType", 64),
                requiredText(rule, "Host", 64),
                requiredText(rule, "HTTPMethod", 10),
                requiredText(rule, "URLPath", 128),
                attributes(rule, Map.of()));
        SamplingRule.Rate rate = new SamplingRule.Rate(
                rate(rule.requiredNumber("FixedRate")),
                reservoir(rule.requiredNumber("ReservoirSize")),
                boost(rule, null));
        return new SamplingRule(name, priority(rule.requiredNumber("Priority")), match, rate, nowMillis, nowMillis);
    }

    static SamplingRule update(SamplingRule rule, Input update, long nowMillis) {
        int priority = update.has("Priority") ? priority(update.requiredNumber("Priority")) : rule.priority();
        return new SamplingRule(
                rule.name(),
                priority,
                update(rule.match(), update),
                update(rule.rate(), update),
                rule.createdMillis(),
                nowMillis);
    }

    private static SamplingRule.Match update(SamplingRule.Match match, Input update) {
        return new SamplingRule.Match(
                text(update, "ResourceARN", 500, match.resourceArn()),
                text(update, "ServiceName", 64, match.serviceName()),
                text(update, "ServiceType", 64, match.serviceType()),
                text(update, "Host", 64, match.host()),
                text(update, "HTTPMethod", 10, match.httpMethod()),
                text(update, "URLPath", 128, match.urlPath()),
                attributes(update, match.attributes()));
    }

    private static SamplingRule.Rate update(SamplingRule.Rate rate, Input update) {
        return new SamplingRule.Rate(
                update.has("FixedRate") ? rate(update.requiredNumber("FixedRate")) : rate.fixed(),
                update.has("ReservoirSize") ? reservoir(update.requiredNumber("ReservoirSize")) : rate.reservoirSize(),
                boost(update, rate.boost()));
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
