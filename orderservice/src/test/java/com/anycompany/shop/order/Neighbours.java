package com.anycompany.shop.order;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cart, catalog, payment and recommendation service behind one port, doing what their contracts say, and dying as told:
 * before they do their work, or after it, when only the answer is lost.
 */
public final class Neighbours {

    public static final Neighbours SHARED = new Neighbours();

    /** What goes wrong, for as long as it is set. */
    public enum Fault {
        NONE,
        LOSES_REQUEST,
        LOSES_ANSWER,
        LOSES_ONE_ANSWER,
        ANSWERS_LATE,
        FAILS
    }

    public final Map<String, Fault> faults = new ConcurrentHashMap<>();
    public final Map<String, FakeCart> carts = new ConcurrentHashMap<>();
    public final Map<String, String> prices = new ConcurrentHashMap<>();
    public final Map<String, String> payments = new ConcurrentHashMap<>();
    public final List<String> captures = new CopyOnWriteArrayList<>();
    public final List<String> baskets = new CopyOnWriteArrayList<>();
    public final JsonMapper json = new JsonMapper();
    private final HttpServer server;

    private Neighbours() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        serve("/api/v1/carts/", this::cart);
        serve("/api/v1/products", this::products);
        serve("/api/v1/payments", this::payment);
        serve("/api/v1/baskets", this::basket);
        server.start();
    }

    public void register(DynamicPropertyRegistry properties) {
        for (String service : List.of("CART", "CATALOG", "PAYMENT", "RECOMMENDATION")) {
            properties.add(service + "_ENDPOINT", this::url);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void reset() {
        faults.clear();
        prices.clear();
        prices.putAll(Map.of("4006381333931", "24.90", "5901234123457", "0.10"));
    }

    /** A new shopper with this cart at version 3. */
    public String shopperWithCart(Map<String, Integer> items) {
        String id = UUID.randomUUID().toString();
        carts.put(id, new FakeCart(3, items));
        return id;
    }

    private Answer cart(String method, String path, String query, String ifMatch, JsonNode body) {
        String id = path.substring("/api/v1/carts/".length());
        FakeCart cart = carts.getOrDefault(id, new FakeCart(0, Map.of()));
        if (method.equals("DELETE")) {
            if (!ifMatch.equals("\"" + cart.version() + "\"")) {
                return new Answer(412, Map.of("type", "urn:problem:cart-changed"));
            }
            carts.put(id, new FakeCart(cart.version() + 1, Map.of()));
            return new Answer(204, Map.of());
        }
        return new Answer(200, Map.of("id", id, "version", cart.version(), "items", cart.asList()));
    }

    private Answer products(String method, String path, String query, String ifMatch, JsonNode body) {
        String ids = Stream.of(query.split("&"))
                .filter(it -> it.startsWith("ids="))
                .map(it -> URLDecoder.decode(it.substring(4), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return new Answer(
                200,
                Map.of(
                        "products",
                        Stream.of(ids.split(","))
                                .filter(prices::containsKey)
                                .map(id -> Map.of(
                                        "id",
                                        id,
                                        "name",
                                        "Product " + id,
                                        "picture",
                                        "/images/products/" + id + ".svg",
                                        "price",
                                        Map.of("amount", new BigDecimal(prices.get(id)), "currency", "USD")))
                                .toList()));
    }

    private synchronized Answer payment(String method, String path, String query, String ifMatch, JsonNode body) {
        if (method.equals("GET")) {
            String orderId = query.substring("orderId=".length());
            return payments.containsKey(orderId) ? paid(200, orderId) : new Answer(404, Map.of("status", 404));
        }
        String orderId = body.get("orderId").asString();
        if (path.endsWith("/void")) {
            payments.put(orderId, "VOIDED");
            return paid(200, orderId);
        }
        String invalid = invalidField(body);
        if (invalid != null) {
            return new Answer(
                    422,
                    Map.of(
                            "type",
                            "urn:problem:invalid-request",
                            "errors",
                            List.of(Map.of("field", invalid, "message", "is invalid"))));
        }
        String known = payments.get(orderId);
        if (known == null) {
            String number = body.at("/card/number").asString("");
            switch (number) {
                case "4000000000000002" -> payments.put(orderId, "DECLINED");
                case "4000000000000341" -> payments.put(orderId, "AUTHORIZING");
                default -> {
                    payments.put(orderId, "CAPTURED");
                    captures.add(orderId);
                }
            }
        }
        return switch (payments.get(orderId)) {
            case "CAPTURED" -> paid(known == null ? 201 : 200, orderId);
            case "DECLINED" ->
                new Answer(
                        402,
                        Map.of(
                                "type",
                                "urn:problem:payment-declined",
                                "reason",
                                "card-declined",
                                "paymentId",
                                "pay-" + orderId,
                                "last4",
                                "0002"));
            case "AUTHORIZING" -> new Answer(504, Map.of("type", "urn:problem:processor-timeout"));
            default -> new Answer(409, Map.of("type", "urn:problem:payment-voided"));
        };
    }

    /** The field that paymentservice would name. */
    private static @Nullable String invalidField(JsonNode payment) {
        if (!payment.get("method").asString().equals("card")) {
            return payment.path("wallet").isObject() ? null : "wallet";
        }
        JsonNode card = payment.path("card");
        if (card.path("number").asString("").equals("4242424242424241")) {
            return "card.number";
        }
        if (!card.path("expiry").asString("").equals("12/39")) {
            return "card.expiry";
        }
        return card.path("cvc").asString("").matches("[0-9]{3}") ? null : "card.cvc";
    }

    private Answer paid(int status, String orderId) {
        return new Answer(
                status,
                Map.of(
                        "id",
                        "pay-" + orderId,
                        "orderId",
                        orderId,
                        "status",
                        payments.get(orderId),
                        "reason",
                        payments.get(orderId).equals("DECLINED") ? "card-declined" : "",
                        "last4",
                        "4242"));
    }

    private Answer basket(String method, String path, String query, String ifMatch, JsonNode body) {
        baskets.add(body.get("orderId").asString());
        return new Answer(204, Map.of());
    }

    private void serve(String path, Service service) {
        server.createContext(path, exchange -> {
            try (exchange) {
                Fault fault = faults.getOrDefault(exchange.getRequestMethod() + " " + path, Fault.NONE);
                byte[] sent = exchange.getRequestBody().readAllBytes();
                if (fault == Fault.LOSES_REQUEST) {
                    return;
                }
                if (fault == Fault.FAILS) {
                    send(exchange, new Answer(500, Map.of("status", 500)));
                    return;
                }
                Answer answer = service.answer(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        String.valueOf(exchange.getRequestURI().getRawQuery()),
                        String.valueOf(exchange.getRequestHeaders().getFirst("If-Match")),
                        json.readTree(sent.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : sent));
                if (fault == Fault.ANSWERS_LATE) {
                    Thread.sleep(2_300);
                }
                if (fault == Fault.LOSES_ONE_ANSWER) {
                    faults.remove(exchange.getRequestMethod() + " " + path);
                } else if (fault != Fault.LOSES_ANSWER) {
                    send(exchange, answer);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] body = json.writeValueAsBytes(answer.body());
        exchange.sendResponseHeaders(answer.status(), answer.status() == 204 ? -1 : body.length);
        if (answer.status() != 204) {
            exchange.getResponseBody().write(body);
        }
    }

    /** One of the services. */
    private interface Service {
        Answer answer(String method, String path, String query, String ifMatch, JsonNode body);
    }

    private record Answer(int status, Map<String, Object> body) {}

    /** A cart and its version. */
    public record FakeCart(long version, Map<String, Integer> items) {

        public List<Map<String, Object>> asList() {
            return items.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(item -> Map.<String, Object>of("productId", item.getKey(), "quantity", item.getValue()))
                    .toList();
        }
    }
}
