package com.anycompany.xray.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server under measurement, in a process of its own. */
final class Server implements AutoCloseable {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final Process process;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final int port;
    private final double secondsToReady;

    private Server(Process process, int port, String health, long began) throws IOException, InterruptedException {
        this.process = process;
        this.port = port;
        awaitReady(health);
        this.secondsToReady = (System.nanoTime() - began) / 1e9;
    }

    /** @param health the path that answers 200 once it is ready */
    static Server start(List<String> javaArguments, Map<String, String> environment, int port, String health)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java("java"));
        command.addAll(javaArguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long began = System.nanoTime();
        return new Server(builder.start(), port, health, began);
    }

    static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private void awaitReady(String health) throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + TIMEOUT.toNanos();
        while (!answers(health)) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                process.destroyForcibly();
                throw new IOException("the server on port " + port + " did not become ready");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            return get(path).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(1))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The bytes of all objects that are reachable; collects the garbage first. */
    long liveHeap() throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(java("jcmd"), "" + process.pid(), "GC.class_histogram").start();
        String text = new String(histogram.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        histogram.waitFor();
        Matcher total = TOTAL.matcher(text);
        return total.find() ? Long.parseLong(total.group(1)) : 0;
    }

    /** Megabytes of resident memory. */
    double residentMegabytes() throws IOException {
        Matcher rss = RSS.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        return rss.find() ? Long.parseLong(rss.group(1)) / 1024.0 : 0;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
