package com.anycompany.xray.spring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A service that isn't traced, and remembers what it was asked: {@code /status/N} answers N, {@code /flaky} 503 and then
 * 200, {@code /slow} not in time, and {@code /} as a DynamoDB without capacity.
 */
final class Backend implements AutoCloseable {

    private final HttpServer server;
    private final List<String> traceHeaders = new CopyOnWriteArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    Backend() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "backend");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext(
                "/status/",
                exchange -> answer(
                        exchange,
                        Integer.parseInt(exchange.getRequestURI().getPath().substring("/status/".length())),
                        "{}"));
        server.createContext("/flaky", exchange -> answer(exchange, traceHeaders.isEmpty() ? 503 : 200, "{}"));
        server.createContext("/slow", exchange -> {
            try {
                never.await(2, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.createContext(
                "/",
                exchange -> answer(
                        exchange,
                        400,
                        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\","
                                + "\"message\":\"too much\"}"));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The trace headers of the requests since {@link #forget}, empty where there was none. */
    List<String> traceHeaders() {
        return List.copyOf(traceHeaders);
    }

    void forget() {
        traceHeaders.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("X-Amzn-Trace-Id");
        traceHeaders.add(header == null ? "" : header);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        boolean empty = status == 204 || status == 304;
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
