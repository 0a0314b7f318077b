package com.anycompany.shop.cart;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A catalog that knows every product but {@code 0000000000000}, and that can be told to fail. */
final class FakeCatalog implements AutoCloseable {

    static final String UNKNOWN = "0000000000000";

    final AtomicInteger failures = new AtomicInteger();
    private final HttpServer server;

    FakeCatalog() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/api/v1/products/", exchange -> {
            String id = exchange.getRequestURI().getPath().substring("/api/v1/products/".length());
            int status =
                    failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 500 : UNKNOWN.equals(id) ? 404 : 200;
            byte[] body = "{\"id\":\"%s\",\"name\":\"A thing\"}".formatted(id).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
