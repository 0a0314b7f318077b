package com.anycompany.xray.local.sampling;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sampling rule: which share of which requests clients trace. */
public record SamplingRule(String name, int priority, Match match, Rate rate, long createdMillis, long modifiedMillis) {

    public static final String DEFAULT = "Default";
    static final int DEFAULT_PRIORITY = 10_000;
    private static final String ARN = "arn:aws:xray:us-east-1:000000000000:sampling-rule/";

    /** The requests that a rule applies to. Clients evaluate it; {@code *} and {@code ?} are wildcards. */
    public record Match(
            String resourceArn,
            String serviceName,
            String serviceType,
            String host,
            String httpMethod,
            String urlPath,
            Map<?, ?> attributes) {

        static final Match EVERYTHING = new Match("*", "*", "*", "*", "*", "*", Map.of());
    }

    /**
     * How many of the matching requests are traced.
     *
     * @param fixed the share beyond the reservoir, 0 to 1
     * @param reservoirSize the requests per second that are traced first, over all clients
     * @param boost the member {@code SamplingRateBoost}, which is stored and returned only
     */
    public record Rate(
            double fixed, int reservoirSize, @Nullable Map<?, ?> boost) {}

    public String arn() {
        return ARN + name;
    }

    public boolean isDefault() {
        return name.equals(DEFAULT);
    }
}
