package com.anycompany.shop.loadgenerator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A storefront with two products, and forms like the real ones; it remembers what it was asked. */
final class FakeStorefront implements AutoCloseable {

    private static final String HOME = """
            <nav><a href="/products?category=audio">Audio</a></nav>
            <form action="/products" method="get"><input name="query"></form>
            <main><a href="/products/4006381333931">Wandering Headphones</a></main>""";
    private static final String LIST = "<main><a href='/products/4006381333932'>Patient Speaker</a></main>";
    private static final String PRODUCT = """
            <main><form action="/cart/items" method="post">
            <input type="hidden" name="_csrf" value="t0ken"><input type="hidden" name="productId" value="4006381333932">
            <input name="quantity" value="1"></form></main>""";
    private static final String CART = """
            <main><form action="/cart/items/4006381333932" method="post">
            <button type="submit" name="quantity" value="1">Fewer</button></form>
            <form action="/cart/items/4006381333932" method="post">
            <input type="hidden" name="_csrf" value="t0ken"><input name="quantity" value="2"></form>
            <form action="/cart/items/4006381333932/remove" method="post"></form></main>""";
    private static final String CHECKOUT = """
            <main><form action="/checkout" method="post"><input type="hidden" name="_csrf" value="t0ken">
            <input type="hidden" name="idempotencyKey" value="k1"><input name="email"></form></main>""";

    private final HttpServer server;
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger visitors = new AtomicInteger();
    private volatile int productStatus = 200;

    FakeStorefront() throws IOException {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    FakeStorefront(InetSocketAddress address) throws IOException {
        server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Each as {@code METHOD path body}, with the visitor's cookie in front. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    void productsAnswer(int status) {
        productStatus = status;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String visitor = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie"))
                .orElse("new");
        if (visitor.equals("new")) {
            exchange.getResponseHeaders()
                    .add("Set-Cookie", "shopper=" + visitors.incrementAndGet() + "; Path=/; HttpOnly");
        }
        requests.add(visitor + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        if (exchange.getRequestMethod().equals("POST")) {
            post(exchange, body);
        } else {
            get(exchange);
        }
        exchange.close();
    }

    private void get(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/")) {
            send(exchange, 200, HOME);
        } else if (path.equals(Visit.UNKNOWN_PRODUCT)) {
            send(exchange, 404, "");
        } else if (path.startsWith("/products/")) {
            send(exchange, productStatus, PRODUCT);
        } else {
            send(exchange, 200, page(path));
        }
    }

    private static String page(String path) {
        return switch (path) {
            case "/products" -> LIST;
            case "/cart" -> CART;
            case "/checkout" -> CHECKOUT;
            default -> "";
        };
    }

    private void post(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.equals("/checkout")) {
            redirect(exchange, path.equals("/cart/items") ? "/products/4006381333932" : "/cart");
        } else if (body.contains("4000000000000002")) {
            send(exchange, 402, CHECKOUT);
        } else {
            redirect(exchange, "/orders/o-1");
        }
    }

    private static void redirect(HttpExchange exchange, String where) throws IOException {
        exchange.getResponseHeaders().add("Location", where);
        exchange.sendResponseHeaders(303, -1);
    }

    private static void send(HttpExchange exchange, int status, String html) throws IOException {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
