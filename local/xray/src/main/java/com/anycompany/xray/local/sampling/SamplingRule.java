package com.anycompany.xray.local.sampling;

import com.anycompany.xray.local.segment.Entity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sampling rule: which share of which requests clients trace. */
public record SamplingRule(String name, int priority, Match match, Rate rate, long createdMillis, long modifiedMillis) {

    public static final String DEFAULT = "Default";
    static final int DEFAULT_PRIORITY = 10_000;
    private static final String ARN = "arn:aws:xray:us-east-1:" + Entity.OWN_ACCOUNT + ":sampling-rule/";

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
     * @param boost null if the share is never raised
     */
    public record Rate(
            double fixed, int reservoirSize, @Nullable Boost boost) {}

    /**
     * How far the share is raised for a while when clients report anomalies.
     *
     * @param maxRate the share while it is raised, 0 to 1
     * @param cooldownMinutes the time from the beginning of a boost to the next possible one
     */
    public record Boost(double maxRate, int cooldownMinutes) {}

    public String arn() {
        return ARN + name;
    }

    /** Returns what stands behind the last slash; a bare name is one, too. */
    public static String nameInArn(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    public boolean isDefault() {
        return name.equals(DEFAULT);
    }
}
