package com.anycompany.xray.spring;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties of tracing. Most services need to set none of them.
 *
 * @param enabled Whether requests are traced.
 * @param backend What records the traces; with opentelemetry, OpenTelemetry's Java agent must be attached to this JVM.
 * @param name Name of this service's node on the map; the application's name if not set.
 * @param daemonAddress Where the X-Ray daemon listens, as host:port or tcp:host:port udp:host:port, an IPv6 address in
 * brackets; AWS_XRAY_DAEMON_ADDRESS takes precedence, and the default is 127.0.0.1:2000.
 * @param trustTraceHeader Whether the caller's X-Amzn-Trace-Id gives the trace id and decides whether the request is recorded;
 * false for a service that strangers call.
 * @param ignoredPaths Patterns of request paths that are not traced.
 * @param plugins Where this service runs, described on its segments; detected without network access if not set, and omitted
 * if empty.
 * @param clusterName Name of the EKS cluster; the environment variable K8S_CLUSTER_NAME if not set.
 * @param maxQueued Size of the documents that may wait to be sent to the daemon; more are dropped and counted.
 * @param sampling Which requests are recorded.
 * @param aws How calls to AWS are made and recorded.
 * @param logs Where log records of traced requests are sent besides.
 */
@ConfigurationProperties("xray")
public record XRayProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("xray-sdk") Backend backend,
        @Nullable String name,
        @Nullable String daemonAddress,
        @DefaultValue("true") boolean trustTraceHeader,

        @DefaultValue({
            "/actuator/**",
            "/css/**",
            "/js/**",
            "/images/**",
            "/webjars/**",
            "/favicon.*",
            "/openapi.json",
            "/robots.txt"
        })
        List<String> ignoredPaths,

        @Nullable Set<Plugin> plugins,
        @Nullable String clusterName,
        @DefaultValue("2MB") DataSize maxQueued,
        @DefaultValue Sampling sampling,
        @DefaultValue Aws aws,
        @DefaultValue Logs logs) {

    /** The largest document fits, so that a setting of less would drop some for no load at all. */
    private static final DataSize LEAST_QUEUED = DataSize.ofKilobytes(64);

    public XRayProperties {
        if (maxQueued.compareTo(LEAST_QUEUED) < 0) {
            throw new IllegalArgumentException(
                    "xray.max-queued is " + maxQueued + "; set it to 64KB, the largest document, or more");
        }
    }

    /** The libraries that can record traces. */
    public enum Backend {
        /** The AWS X-Ray SDK for Java. */
        XRAY_SDK,
        /** The Java agent of OpenTelemetry. */
        OPENTELEMETRY
    }

    /** The AWS platforms that the X-Ray SDK can describe. */
    public enum Plugin {
        /** An EC2 instance, described by its metadata service. */
        EC2,
        /** An ECS task. */
        ECS,
        /** A pod on EKS. */
        EKS,
        /** An Elastic Beanstalk environment. */
        ELASTIC_BEANSTALK
    }

    /**
     * Which requests are recorded.
     *
     * @param central Whether X-Ray's sampling rules, fetched through the daemon, decide.
     * @param fallbackRate Share of requests, from 0 to 1, recorded where X-Ray's rules don't decide.
     * @param fallbackReservoir Requests per second recorded before the fallback rate applies.
     */
    public record Sampling(
            @DefaultValue("true") boolean central,
            @DefaultValue("0.05") double fallbackRate,
            @DefaultValue("1") int fallbackReservoir) {

        public Sampling {
            if (!(fallbackRate >= 0 && fallbackRate <= 1)) {
                throw new IllegalArgumentException("xray.sampling.fallback-rate is " + fallbackRate
                        + "; set it to a number from 0 (nothing) to 1 (every request)");
            }
            if (fallbackReservoir < 0) {
                throw new IllegalArgumentException("xray.sampling.fallback-reservoir is " + fallbackReservoir
                        + "; set it to 0 or more requests per second");
            }
        }
    }

    /**
     * Where log records of traced requests are sent besides.
     *
     * @param endpoint Address that takes OTLP's logs in JSON, such as X-Ray Local's http://127.0.0.1:2000/v1/logs; nothing is sent if not
     * set.
     * @param queue Records that wait at most; the oldest are left out if more do, and stay in the service's own log.
     */
    public record Logs(
            @Nullable URI endpoint, @DefaultValue("2000") int queue) {

        public Logs {
            if (endpoint != null && !"http".equals(endpoint.getScheme()) && !"https".equals(endpoint.getScheme())) {
                throw new IllegalArgumentException("xray.logs.endpoint is " + endpoint
                        + "; set it to an http address, such as http://127.0.0.1:2000/v1/logs");
            }
            if (queue < 1) {
                throw new IllegalArgumentException("xray.logs.queue is " + queue + "; set it to 1 or more records");
            }
        }
    }

    /**
     * How calls to AWS are made and recorded.
     *
     * @param maxAttempts Attempts that an AWS SDK client makes per call unless AWS_MAX_ATTEMPTS or the client itself says
     * otherwise; 0 leaves the SDK's own number.
     * @param consumedCapacity Whether DynamoDB is asked for the capacity that each recorded call consumed.
     */
    public record Aws(
            @DefaultValue("3") int maxAttempts,
            @DefaultValue("true") boolean consumedCapacity) {

        public Aws {
            if (maxAttempts < 0) {
                throw new IllegalArgumentException("xray.aws.max-attempts is " + maxAttempts
                        + "; set it to 1 or more, or to 0 for the AWS SDK's own number");
            }
        }
    }
}
