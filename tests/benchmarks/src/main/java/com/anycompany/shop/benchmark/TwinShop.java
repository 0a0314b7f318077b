package com.anycompany.shop.benchmark;

import com.anycompany.xray.benchmark.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The services of the shop on ports of their own, traced or not, with the flags that {@code ./shop} gives them. */
final class TwinShop implements AutoCloseable {

    private static final Path SERVICE_GRAPH = Path.of("tests", "service-graph.yaml");
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, Integer> managementPorts = new LinkedHashMap<>();
    private final List<Process> processes = new ArrayList<>();

    private TwinShop() {}

    /**
     * @param dynamoDb address of CapacityDB
     * @param daemon {@code host:port} of X-Ray Local
     */
    static TwinShop start(boolean traced, String dynamoDb, String daemon) throws IOException, InterruptedException {
        TwinShop shop = new TwinShop();
        try {
            for (String service : services()) {
                shop.ports.put(service, Ports.free());
                shop.managementPorts.put(service, Ports.free());
            }
            Map<String, String> environment = shop.environment(traced, dynamoDb, daemon);
            for (String service : shop.ports.keySet()) {
                shop.startService(service, environment);
            }
            for (int port : shop.managementPorts.values()) {
                awaitAnswer("http://127.0.0.1:" + port + "/actuator/health/readiness");
            }
            payPerRequest(dynamoDb);
            return shop;
        } catch (IOException | InterruptedException | RuntimeException e) {
            shop.close();
            throw e;
        }
    }

    /** Lets the tables have as much capacity as is asked for: nothing is throttled. */
    private static void payPerRequest(String dynamoDb) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        for (String table : RunningShop.TABLES) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(dynamoDb))
                    .header("Content-Type", "application/x-amz-json-1.0")
                    .header("X-Amz-Target", "DynamoDB_20120810.UpdateTable")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"TableName\": \"" + table + "\", \"BillingMode\": \"PAY_PER_REQUEST\"}"))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("UpdateTable of " + table + " answered " + response.body());
            }
        }
    }

    /** The keys of the service graph, which are the names of the services. */
    private static List<String> services() throws IOException {
        return Files.readAllLines(SERVICE_GRAPH).stream()
                .filter(line -> line.matches("[a-z]+:"))
                .map(line -> line.substring(0, line.length() - 1))
                .toList();
    }

    private Map<String, String> environment(boolean traced, String dynamoDb, String daemon) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("AWS_REGION", "us-east-1");
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb);
        environment.put("AWS_XRAY_DAEMON_ADDRESS", daemon);
        environment.put("XRAY_ENABLED", "" + traced);
        environment.put("XRAY_SAMPLING_FALLBACK_RATE", "1");
        ports.forEach((service, port) -> environment.put(
                service.replace("service", "").toUpperCase(Locale.ROOT) + "_ENDPOINT", "http://127.0.0.1:" + port));
        return environment;
    }

    private void startService(String service, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = java(128, Path.of(service, "target", "app", service + ".jar"));
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", "" + ports.get(service));
        builder.environment().put("SERVICE_SERVER_MANAGEMENT_PORT", "" + managementPorts.get(service));
        processes.add(builder.start());
    }

    /** A Java program as {@code ./shop} runs it. */
    static ProcessBuilder java(int heapMegabytes, Path jar, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xss512k",
                "-Xmx" + heapMegabytes + "m",
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    static void awaitAnswer(String url) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        long giveUp = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < giveUp) {
            try {
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException(url + " doesn't answer");
    }

    String storefront() {
        return "http://127.0.0.1:" + ports.get("frontend");
    }

    /** Processor time of all services, so far. */
    Duration processorTime() {
        return processes.stream().map(TwinShop::processorTime).reduce(Duration.ZERO, Duration::plus);
    }

    static Duration processorTime(Process process) {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        processes.forEach(TwinShop::awaitEnd);
    }

    static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
