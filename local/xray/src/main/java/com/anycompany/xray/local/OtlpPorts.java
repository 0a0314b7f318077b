package com.anycompany.xray.local;

import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.HttpServer;
import com.anycompany.xray.local.http.Router;
import com.anycompany.xray.local.http.UnservedRequests;
import com.anycompany.xray.local.ingest.GrpcPort;
import com.anycompany.xray.local.ingest.Telemetry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports that OpenTelemetry's exporters have built in, 4317 for gRPC and 4318 for HTTP, besides X-Ray Local's own port, which takes
 * both. One that is in use is left out, and said so.
 */
public final class OtlpPorts {

    private static final int NONE = -1;

    private final InetAddress bind;
    private final String host;
    private final Telemetry telemetry;
    private final List<String> warnings = new ArrayList<>();
    private int grpc = NONE;
    private int http = NONE;

    /**
     * Numbers of the ports.
     *
     * @param grpc 0 for a free port
     * @param http 0 for a free port
     */
    public record Numbers(int grpc, int http) {

        public static final Numbers USUAL = new Numbers(4317, 4318);
    }

    /** @param host the address as it is written in a URL */
    OtlpPorts(InetAddress bind, String host, Telemetry telemetry) {
        this.bind = bind;
        this.host = host;
        this.telemetry = telemetry;
    }

    /** @param listener reports requests that come to the wrong port */
    void bind(HttpServer server, Numbers numbers, UnservedRequests listener) {
        http = bind(
                server,
                numbers.http(),
                HttpServer.Versions.HTTP_1,
                new Router(telemetry.httpEndpoints(), listener),
                "HTTP is received at port %d only; give another one with --otlp-port");
        List<Endpoint> endpoints =
                List.of(telemetry.grpcEndpoint(), new GrpcPort(listener, address(http == NONE ? server.port() : http)));
        grpc = bind(
                server,
                numbers.grpc(),
                HttpServer.Versions.HTTP_1_AND_2,
                new Router(endpoints, listener),
                "gRPC is received at port %d only; give another one with --otlp-grpc-port");
    }

    private int bind(HttpServer server, int number, HttpServer.Versions versions, Router router, String otherwise) {
        try {
            return server.bindAlso(new InetSocketAddress(bind, number), versions, router);
        } catch (IOException e) {
            warnings.add("port %d on %s is in use or not available, so OTLP over %s"
                    .formatted(number, host, otherwise.formatted(server.port())));
            return NONE;
        }
    }

    private String address(int port) {
        return (bind.isAnyLocalAddress() ? "localhost" : host) + ":" + port;
    }

    /** The port of gRPC; -1 if there is none. */
    public int grpc() {
        return grpc;
    }

    /** The port of HTTP; -1 if there is none. */
    public int http() {
        return http;
    }

    /** A sentence for each port that couldn't be bound. */
    List<String> warnings() {
        return warnings;
    }

    /** Such as {@code OTLP 127.0.0.1:4317 (gRPC), 127.0.0.1:4318 (HTTP)}; empty if there are none. */
    String announcement() {
        List<String> ports = new ArrayList<>();
        if (grpc != NONE) {
            ports.add(host + ":" + grpc + " (gRPC)");
        }
        if (http != NONE) {
            ports.add(host + ":" + http + " (HTTP)");
        }
        return ports.isEmpty() ? "" : "OTLP " + String.join(", ", ports) + "  ";
    }
}
