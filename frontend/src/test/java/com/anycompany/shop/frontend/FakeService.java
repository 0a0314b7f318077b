package com.anycompany.shop.frontend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fake service on a port of its own, which can be made to fail in several ways. */
abstract class FakeService implements AutoCloseable {

    /** State of the fake service. */
    enum Health {
        UP,
        /** It closes every connection without an answer. */
        DOWN,
        /** It answers 503, as a service whose database throttles. */
        THROTTLED,
        /** It refuses requests before anything is done, as a service that sheds load. */
        OVERLOADED,
        /** It accepts requests and never answers. */
        HANGING,
        /** It does what it is asked to, and closes the connection without an answer. */
        FORGETTING
    }

    /** A status and what is written as JSON. */
    record Reply(int status, Object body) {

        static Reply problem(int status, String slug, Map<String, ?> more) {
            Map<String, Object> problem = new java.util.LinkedHashMap<>(more);
            problem.put("type", "urn:problem:" + slug);
            problem.put("status", status);
            return new Reply(status, problem);
        }
    }

    /** A request as the handlers see it. */
    record Call(String method, String path, Map<String, String> query, String key, JsonNode body) {

        String segment(int index) {
            return path.split("/")[index];
        }
    }

    static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private volatile HttpServer server;
    private volatile boolean gone;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile Health health = Health.UP;
    private volatile boolean failOnce;
    private volatile boolean forgetOnce;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    FakeService() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listen(int wanted) {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            opened.setExecutor(threads);
            opened.createContext("/", this::handle);
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on connections are refused, as by a machine without such a process. */
    void leave() {
        gone = true;
        server.stop(0);
    }

    void comeBack() {
        if (gone) {
            gone = false;
            server = listen(port);
        }
    }

    abstract Reply answer(Call call);

    void is(Health changed) {
        health = changed;
    }

    /** Lets requests wait until the latch is counted down. */
    void answersWhen(CountDownLatch opened) {
        gate = opened;
    }

    /** The next request gets no answer, all others do. */
    void failOnce() {
        failOnce = true;
    }

    /** The next request is done and gets no answer. */
    void forgetOnce() {
        forgetOnce = true;
    }

    /** All requests since the last {@link #forget()}, such as {@code GET /api/v1/categories}. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    /** The bodies of these requests. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    void forget() {
        calls.clear();
        bodies.clear();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            if (failOnce) {
                failOnce = false;
                return;
            }
            if (forgetOnce) {
                forgetOnce = false;
                reply(exchange);
                return;
            }
            gate.await();
            switch (health) {
                case DOWN -> {}
                case HANGING -> hang();
                case THROTTLED -> send(exchange, Reply.problem(503, "throttled", Map.of()));
                case OVERLOADED -> {
                    exchange.getResponseHeaders().add("Retry-After", "2");
                    send(exchange, Reply.problem(503, "overloaded", Map.of()));
                }
                case FORGETTING -> reply(exchange);
                case UP -> send(exchange, reply(exchange));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        bodies.add(new String(body, StandardCharsets.UTF_8));
        Map<String, String> query = new java.util.HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return answer(new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query,
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                body.length == 0 ? null : JSON.readTree(body)));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders()
                .add("Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
        if (reply.status() == 204) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
