package com.anycompany.xray.local;

import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** X-Ray Local as a process of its own, on a free port, which may be killed, be short of memory or have no room left. */
public final class XRayLocalProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("UDP and TCP \\S+:(\\d+)");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final Path log;
    private final int port;
    private final String announced;

    private XRayLocalProcess(Process process, Path log) throws IOException {
        this.process = process;
        this.log = log;
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        announced = String.valueOf(out.readLine());
        Matcher found = PORT.matcher(announced);
        if (!found.find()) {
            throw new IOException("the program ended: " + Files.readString(log));
        }
        port = Integer.parseInt(found.group(1));
    }

    /** @param options the JVM's */
    public static XRayLocalProcess start(List<String> options, String... arguments) throws IOException {
        return start(List.of(), options, arguments);
    }

    /** @param wrapper a command that runs the command behind it */
    public static XRayLocalProcess start(List<String> wrapper, List<String> options, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), XRayLocal.class.getName(), "--port", "0"));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile("xray-local", ".log");
        log.toFile().deleteOnExit();
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        try {
            return new XRayLocalProcess(process, log);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** The line that it prints when it is ready. */
    public String announced() {
        return announced;
    }

    /** What it has logged so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60)));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An object of {@code /local/status}. */
    public Map<?, ?> status(String name) {
        Map<?, ?> status = (Map<?, ?>) Json.read(get("/local/status").body().getBytes(StandardCharsets.UTF_8));
        return (Map<?, ?>) status.get(name);
    }

    public void awaitRestored() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Boolean.FALSE.equals(status("store").get("restoring")));
    }

    /** As {@code kill -9}. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
