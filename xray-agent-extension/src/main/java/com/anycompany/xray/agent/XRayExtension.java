package com.anycompany.xray.agent;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import java.util.List;

/**
 * Configures OpenTelemetry's Java agent as the X-Ray starter configures the X-Ray SDK, by the same properties. The agent finds
 * this class by a service file. The rules themselves are evaluated by the sampler {@code xray} of opentelemetry-java-contrib,
 * which is in this extension's jar.
 *
 * <table>
 *   <caption>Properties, as system properties or environment variables</caption>
 *   <tr><td>xray.ignored-paths</td><td>patterns of request paths that aren't traced, separated by commas</td></tr>
 *   <tr><td>xray.trust-trace-header</td><td>false if the headers of callers are ignored</td></tr>
 * </table>
 *
 * <p>Decision: docs/adr/061-tracing-api-with-two-back-ends.md.
 */
public final class XRayExtension implements AutoConfigurationCustomizerProvider {

    /** The starter's default. */
    static final List<String> IGNORED_PATHS = List.of(
            "/actuator/**",
            "/css/**",
            "/js/**",
            "/images/**",
            "/webjars/**",
            "/favicon.*",
            "/openapi.json",
            "/robots.txt");

    @Override
    public void customize(AutoConfigurationCustomizer agent) {
        agent.addSamplerCustomizer((rules, config) ->
                new RequestSampler(rules, new PathPatterns(config.getList("xray.ignored-paths", IGNORED_PATHS))));
        agent.addPropagatorCustomizer((propagator, config) ->
                config.getBoolean("xray.trust-trace-header", true) ? propagator : new InjectOnly(propagator));
    }
}
