package com.anycompany.shop.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The services of a running shop once more, by the same commands and in the same surroundings, but on other ports and
 * with another daemon. They share the first shop's DynamoDB. Reads {@code /proc}, so it needs Linux.
 */
final class SecondShop implements AutoCloseable {

    private final Shop first;
    private final ShopPorts ports = ShopPorts.free();
    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    SecondShop(Shop first, Path folder) {
        this.first = first;
        this.folder = folder;
    }

    String url(String part) {
        return ports.url(part);
    }

    /** X-Ray Local, another one. */
    void startXRay() throws IOException {
        start("xray", Map.of(), List.of());
        until(ports.url("xray") + "/actuator/health");
    }

    void startServices(int daemonPort) throws IOException {
        startServices(Shop.SERVICES, daemonPort, Map.of());
    }

    /** @param options more options of the JVM, by service */
    void startServices(List<String> services, int daemonPort, Map<String, List<String>> options) throws IOException {
        for (String service : services) {
            start(
                    service,
                    Map.of("AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1:" + daemonPort),
                    options.getOrDefault(service, List.of()));
        }
        for (String service : services) {
            until(ports.managementUrl(service) + "/actuator/health/readiness");
        }
    }

    int port(String part) {
        return ports.of(part);
    }

    private void start(String part, Map<String, String> other, List<String> options) throws IOException {
        Path process = Path.of("/proc", Long.toString(first.process(part).pid()));
        List<String> command = zeroSeparated(process.resolve("cmdline")).stream()
                .map(argument -> argument.equals("" + first.ports().of(part)) ? "" + ports.of(part) : argument)
                .map(argument ->
                        argument.endsWith("data/xray") ? folder.resolve("xray").toString() : argument)
                .collect(Collectors.toCollection(ArrayList::new));
        command.addAll(command.indexOf("-jar"), options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(part + ".log").toFile());
        builder.environment().clear();
        builder.environment().putAll(surroundings(process.resolve("environ")));
        builder.environment().putAll(other);
        processes.add(builder.start());
    }

    /** The first shop's, with this one's services for its own. */
    private Map<String, String> surroundings(Path environ) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String variable : zeroSeparated(environ)) {
            String value = variable.substring(variable.indexOf('=') + 1);
            for (String service : Shop.SERVICES) {
                int before = first.ports().of(service);
                int now = ports.of(service);
                value = value.equals("" + before) ? "" + now : value;
                value = value.equals("" + ShopPorts.management(before)) ? "" + ShopPorts.management(now) : value;
                value = value.replace(first.ports().url(service), ports.url(service));
            }
            variables.put(variable.substring(0, variable.indexOf('=')), value);
        }
        return variables;
    }

    private static List<String> zeroSeparated(Path file) throws IOException {
        return Arrays.asList(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"));
    }

    private void until(String url) {
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
            HttpURLConnection health =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            return health.getResponseCode() == 200;
        });
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
