package com.anycompany.xray.local;

import com.anycompany.xray.local.store.StoreOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.xray.XRayClient;

/** An X-Ray Local on free ports, and the ways to talk to it. */
public final class TestServer implements AutoCloseable {

    private static final String HEADER = "{\"format\": \"json\", \"version\": 1}\n";

    private final XRayLocalServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    public TestServer() {
        this(64 << 20);
    }

    public TestServer(int storeBytes) {
        this(storeBytes, Clock.systemUTC());
    }

    public TestServer(Clock clock) {
        this(64 << 20, clock);
    }

    private TestServer(int storeBytes, Clock clock) {
        this(storeBytes, clock, null, null);
    }

    /** With further ports for OTLP, any free ones; and with a data folder, unless that is null. */
    public static TestServer withOtlpPorts(@Nullable Path data) {
        return new TestServer(64 << 20, Clock.systemUTC(), new OtlpPorts.Numbers(0, 0), data);
    }

    private TestServer(int storeBytes, Clock clock, OtlpPorts.@Nullable Numbers otlp, @Nullable Path data) {
        try {
            server = XRayLocalServer.start(
                    new XRayLocalServer.Options(
                            InetAddress.getLoopbackAddress(),
                            null,
                            0,
                            Set.of("tracing.example"),
                            new StoreOptions(storeBytes, Duration.ofHours(24)),
                            4 << 20,
                            otlp,
                            data),
                    clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.port();
    }

    public OtlpPorts otlpPorts() {
        return server.otlpPorts();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** The SDK's own client, signing as it always does. */
    public XRayClient client() {
        return XRayClient.builder()
                .endpointOverride(uri(""))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    public void send(Doc document) {
        sendRaw(HEADER + document.json());
    }

    public void sendRaw(String datagram) {
        byte[] bytes = datagram.getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(uri(path)), headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)), headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
