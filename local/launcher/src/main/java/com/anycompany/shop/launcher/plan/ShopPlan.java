package com.anycompany.shop.launcher.plan;

import com.anycompany.shop.launcher.plan.Part.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All parts of the shop with their ports and environment variables, under the same names as on EKS.
 *
 * @param agent traces the services named in {@code openTelemetry}; null if there are none
 */
public record ShopPlan(Ports ports, Path data, @Nullable OpenTelemetryAgent agent, Set<String> openTelemetry) {

    private static final String LOOPBACK = "127.0.0.1";

    public ShopPlan(Ports ports, Path data) {
        this(ports, data, null, Set.of());
    }

    /**
     * The same plan, in which OpenTelemetry traces these services.
     *
     * @param terminal the variables of the terminal, which go before the plan's for OpenTelemetry
     */
    public ShopPlan tracedByOpenTelemetry(ShopFolder folder, Set<String> services, Map<String, String> terminal) {
        return new ShopPlan(ports, data, OpenTelemetryAgent.of(folder, ports, terminal), services);
    }

    public static ShopPlan of(ShopFolder folder, Ports ports) {
        return new ShopPlan(ports, folder.data());
    }

    /** Every part in the order of the start. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(dynamoDb());
        parts.add(xray());
        ShopService.ALL.forEach(service -> parts.add(service(service)));
        parts.add(shoppers(2));
        return parts;
    }

    public Part part(String typed) {
        String name = PartName.resolve(typed, parts().stream().map(Part::name).toList());
        return parts().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    private Part dynamoDb() {
        List<String> arguments = List.of(
                "--port",
                "" + ports.of("dynamodb"),
                "--data",
                data.resolve("dynamodb").toString());
        return new Part(
                "dynamodb",
                "capacitydb",
                "local/dynamodb",
                Stage.FOUNDATION,
                ports.of("dynamodb"),
                "/health",
                256,
                Map.of(),
                arguments);
    }

    private Part xray() {
        return new Part(
                "xray",
                "xray-local",
                "local/xray",
                Stage.FOUNDATION,
                ports.of("xray"),
                "/actuator/health",
                256,
                Map.of(),
                xrayArguments());
    }

    /** OpenTelemetry's own ports belong to the shop at the documented ports: a second one doesn't take them. */
    private List<String> xrayArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--port", "" + ports.of("xray"), "--data", data.resolve("xray").toString()));
        if (ports.of("xray") != Ports.DOCUMENTED.of("xray")) {
            arguments.add("--no-otlp");
        }
        return arguments;
    }

    private Part service(ShopService service) {
        String name = service.name();
        Map<String, String> environment = new LinkedHashMap<>(surroundings());
        environment.put("SERVER_PORT", "" + ports.of(name));
        environment.put("SERVER_ADDRESS", LOOPBACK);
        // Said explicitly, since a port in the terminal's environment would be that of all services.
        environment.put("SERVICE_SERVER_MANAGEMENT_PORT", "" + Ports.management(ports.of(name)));
        Part part = new Part(
                name,
                name,
                name,
                service.stage(),
                ports.of(name),
                "/actuator/health/readiness",
                128,
                environment,
                List.of());
        return agent != null && openTelemetry.contains(name) ? agent.trace(part) : part;
    }

    /** Background shoppers; the part has no port, so it is ready as soon as it runs. */
    private Part shoppers(int shoppers) {
        return new Part(
                "loadgenerator",
                "loadgenerator",
                "traffic/loadgenerator",
                Stage.SHOPPERS,
                null,
                "",
                128,
                Map.of(),
                List.of("--url", ports.url("frontend"), "--shoppers", "" + shoppers));
    }

    private Map<String, String> surroundings() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("AWS_REGION", "us-east-1");
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", ports.url("dynamodb"));
        environment.put("AWS_XRAY_DAEMON_ADDRESS", LOOPBACK + ":" + ports.of("xray"));
        environment.put("XRAY_SAMPLING_FALLBACK_RATE", "1");
        environment.put("XRAY_LOGS_ENDPOINT", "http://" + LOOPBACK + ":" + ports.of("xray") + "/v1/logs");
        environment.put("TRACE_URL", ports.url("xray") + "/#/traces/{traceId}");
        ShopService.ALL.stream()
                .filter(ShopService::isCalled)
                .forEach(service -> environment.put(service.endpointVariable(), ports.url(service.name())));
        return environment;
    }
}
