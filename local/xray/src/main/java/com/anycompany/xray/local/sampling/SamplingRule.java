package com.anycompany.xray.local.sampling;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which share of which requests clients shall trace. Times are milliseconds. */
public record SamplingRule(
        String name,
        String arn,
        String resourceArn,
        int priority,
        double fixedRate,
        int reservoirSize,
        String serviceName,
        String serviceType,
        String host,
        String httpMethod,
        String urlPath,
        Map<?, ?> attributes,
        @Nullable Map<?, ?> rateBoost,
        long createdMillis,
        long modifiedMillis) {

    public static final String DEFAULT = "Default";
    static final int DEFAULT_PRIORITY = 10_000;

    public boolean isDefault() {
        return name.equals(DEFAULT);
    }
}
