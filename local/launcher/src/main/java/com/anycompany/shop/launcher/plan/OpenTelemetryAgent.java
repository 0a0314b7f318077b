package com.anycompany.shop.launcher.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * OpenTelemetry's Java agent, in the place of the X-Ray SDK: the flags and environment variables with which a service is traced
 * by it. Only what the X-Ray SDK records is instrumented.
 *
 * <p>Decision: docs/adr/062-opentelemetry-java-agent.md.
 *
 * @param folder where the build puts the agent and its extension
 * @param terminal the variables of the terminal, which a service inherits: those that it sets aren't set here, so that somebody can
 *     try other settings of OpenTelemetry
 */
public record OpenTelemetryAgent(Path folder, Ports ports, Map<String, String> terminal) {

    private static final String MODULE = "xray-agent-extension";
    private static final String AGENT = "opentelemetry-javaagent.jar";
    private static final String EXTENSION = MODULE + ".jar";

    /** The agent and its extension. */
    public static final List<String> JARS = List.of(AGENT, EXTENSION);

    private static final List<String> INSTRUMENTED =
            List.of("TOMCAT", "JAVA_HTTP_CLIENT", "AWS_SDK", "EXECUTORS", "OPENTELEMETRY_API");

    static OpenTelemetryAgent of(ShopFolder shop, Ports ports, Map<String, String> terminal) {
        return new OpenTelemetryAgent(folder(shop), ports, terminal);
    }

    /** Where the build puts the agent and its extension. */
    public static Path folder(ShopFolder shop) {
        return shop.root().resolve(MODULE).resolve("target/app");
    }

    Part trace(Part service) {
        Map<String, String> environment = new LinkedHashMap<>(service.environment());
        Map<String, String> tracing = environment(service.name());
        tracing.keySet().removeAll(terminal.keySet());
        environment.putAll(tracing);
        List<String> flags = new ArrayList<>(service.jvmFlags());
        flags.add("-javaagent:" + folder.resolve(AGENT));
        // The bean definitions that the build prepared are those for the X-Ray SDK.
        flags.add("-Dspring.aot.enabled=false");
        return new Part(
                service.name(),
                service.app(),
                service.module(),
                service.stage(),
                service.port(),
                service.healthPath(),
                service.heapMegabytes(),
                environment,
                service.arguments(),
                flags);
    }

    private Map<String, String> environment(String service) {
        String xray = ports.url("xray");
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("XRAY_BACKEND", "opentelemetry");
        if (service.equals("frontend")) {
            environment.put("XRAY_TRUST_TRACE_HEADER", "false");
        }
        environment.put("OTEL_JAVAAGENT_EXTENSIONS", folder.resolve(EXTENSION).toString());
        environment.put("OTEL_JAVAAGENT_LOGGING", "none");
        environment.put("OTEL_SERVICE_NAME", service);
        environment.put("OTEL_PROPAGATORS", "xray,tracecontext");
        environment.put("OTEL_TRACES_SAMPLER", "xray");
        environment.put("OTEL_TRACES_SAMPLER_ARG", "endpoint=" + xray);
        environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", xray);
        // Command line and environment of the process would be most of each document.
        environment.put(
                "OTEL_JAVA_DISABLED_RESOURCE_PROVIDERS",
                "io.opentelemetry.instrumentation.resources.ProcessResourceProvider");
        environment.put("OTEL_METRICS_EXPORTER", "none");
        environment.put("OTEL_LOGS_EXPORTER", "none");
        environment.put("OTEL_BSP_SCHEDULE_DELAY", "200");
        environment.put("OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED", "false");
        INSTRUMENTED.forEach(name -> environment.put("OTEL_INSTRUMENTATION_" + name + "_ENABLED", "true"));
        environment.put("OTEL_INSTRUMENTATION_COMMON_PEER_SERVICE_MAPPING", peers());
        return environment;
    }

    /** Names calls after the called service: on one machine every host is localhost. */
    private String peers() {
        return ShopService.ALL.stream()
                .map(service -> "localhost:" + ports.of(service.name()) + "=" + service.name())
                .collect(Collectors.joining(","));
    }
}
