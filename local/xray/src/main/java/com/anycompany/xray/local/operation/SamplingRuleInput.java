package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.sampling.SamplingRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members {@code SamplingRule} and {@code SamplingRuleUpdate} of a request. */
final class SamplingRuleInput {

    private static final int MAX_PRIORITY = 9999;

    private SamplingRuleInput() {}

    static SamplingRule create(Input rule, long nowMillis) {
        String name = name(rule);
        if (!name.matches("[a-zA-Z0-9_\\-]{1,32}")) {
            throw ApiException.invalid("RuleName must be 1 to 32 letters, digits, dashes or underscores");
        }
        if (rule.requiredInteger("Version") != 1) {
            throw ApiException.invalid("Sampling rule version must be 1");
        }
        SamplingRule.Match match = new SamplingRule.Match(
                rule.requiredText("ResourceARN"),
                rule.requiredText("ServiceName"),
                rule.requiredText("ServiceType"),
                rule.requiredText("Host"),
                rule.requiredText("HTTPMethod"),
                rule.requiredText("URLPath"),
                attributes(rule, Map.of()));
        SamplingRule.Rate rate = new SamplingRule.Rate(
                rule.requiredNumber("FixedRate"), rule.requiredInteger("ReservoirSize"), boost(rule));
        return new SamplingRule(name, rule.requiredInteger("Priority"), match, rate, nowMillis, nowMillis);
    }

    /** A new rule may be named by the ARN that it will have. */
    private static String name(Input rule) {
        String name = rule.text("RuleName");
        String arn = rule.text("RuleARN");
        if (name != null && arn != null) {
            throw ApiException.invalid("Request cannot contain both sampling rule name and sampling rule ARN");
        }
        if (name == null && arn == null) {
            throw ApiException.invalid("Request must contain either sampling rule name or sampling rule ARN");
        }
        return name != null ? name : nameInArn(String.valueOf(arn), rule.isReplayed());
    }

    private static String nameInArn(String arn, boolean replayed) {
        if (!replayed && !arn.matches("arn:[^:]*:xray:[^:]*:[^:]*:sampling-rule/[^/]+")) {
            throw ApiException.invalid("RuleARN must be like arn:aws:xray:us-east-1:000000000000:sampling-rule/NAME");
        }
        return SamplingRule.nameInArn(arn);
    }

    /** The service model has no bounds for these numbers of an update. A boost that isn't given is removed. */
    static SamplingRule update(SamplingRule rule, Input update, long nowMillis) {
        int priority = (int) update.number("Priority", rule.priority());
        double rate = update.number("FixedRate", rule.rate().fixed());
        int reservoir = (int) update.number("ReservoirSize", rule.rate().reservoirSize());
        boolean validPriority = rule.isDefault() || priority >= 1 && priority <= MAX_PRIORITY;
        if (!validPriority || !(rate >= 0 && rate <= 1) || reservoir < 0) {
            throw ApiException.invalid("Invalid update request for sampling rule: Priority must be between 1 and "
                    + MAX_PRIORITY + ", FixedRate between 0 and 1, and ReservoirSize 0 or more");
        }
        return new SamplingRule(
                rule.name(),
                priority,
                update(rule.match(), update),
                new SamplingRule.Rate(rate, reservoir, boost(update)),
                rule.createdMillis(),
                nowMillis);
    }

    private static SamplingRule.Match update(SamplingRule.Match match, Input update) {
        return new SamplingRule.Match(
                text(update, "ResourceARN", match.resourceArn()),
                text(update, "ServiceName", match.serviceName()),
                text(update, "ServiceType", match.serviceType()),
                text(update, "Host", match.host()),
                text(update, "HTTPMethod", match.httpMethod()),
                text(update, "URLPath", match.urlPath()),
                attributes(update, match.attributes()));
    }

    private static String text(Input update, String name, String otherwise) {
        String value = update.text(name);
        return value == null ? otherwise : value;
    }

    private static Map<?, ?> attributes(Input rule, Map<?, ?> otherwise) {
        Input attributes = rule.object("Attributes");
        return attributes == null ? otherwise : attributes.members();
    }

    private static SamplingRule.@Nullable Boost boost(Input rule) {
        Input boost = rule.object("SamplingRateBoost");
        return boost == null
                ? null
                : new SamplingRule.Boost(
                        boost.requiredNumber("MaxRate"), boost.requiredInteger("CooldownWindowMinutes"));
    }
}
