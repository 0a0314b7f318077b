package com.anycompany.shop.recommendation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A catalog that has what a test puts into it, and remembers what it was asked. */
public final class FakeCatalog {

    private final Map<String, String> categories = new TreeMap<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;

    public FakeCatalog() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/products", this::answer);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void sells(String id, String category) {
        categories.put(id, category);
    }

    public void reset() {
        categories.clear();
        questions.clear();
        status = 200;
    }

    public void failsWith(int status) {
        this.status = status;
    }

    public List<String> questions() {
        return List.copyOf(questions);
    }

    private void answer(HttpExchange call) throws IOException {
        String query = URLDecoder.decode(call.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        questions.add(query);
        Map<String, String> wanted = Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        byte[] body = categories.entrySet().stream()
                .filter(product -> !wanted.containsKey("ids")
                        || List.of(wanted.get("ids").split(",")).contains(product.getKey()))
                .filter(product -> !wanted.containsKey("category")
                        || wanted.get("category").equals(product.getValue()))
                .map(product -> describe(product.getKey(), product.getValue()))
                .collect(Collectors.joining(",", "{\"products\":[", "],\"page\":0,\"size\":100,\"total\":0}"))
                .getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static String describe(String id, String category) {
        return """
                {"id":"%1$s","name":"Product %1$s","description":"Nice.","brand":"Larkspoke","category":"%2$s",
                 "price":{"amount":24.90,"currency":"USD"},"picture":"/images/products/%1$s.svg","featured":true}
                """.formatted(id, category);
    }
}
