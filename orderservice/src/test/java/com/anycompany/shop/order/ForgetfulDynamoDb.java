package com.anycompany.shop.order;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands before DynamoDB, and loses answers to writes that it has passed on: what the SDK meets when a connection breaks. */
public final class ForgetfulDynamoDb implements AutoCloseable {

    private final URI dynamoDb;
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final AtomicInteger toLose = new AtomicInteger();
    private final List<JsonNode> writes = new CopyOnWriteArrayList<>();

    public ForgetfulDynamoDb(URI dynamoDb) throws IOException {
        this.dynamoDb = dynamoDb;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void losesAnswers(int count) {
        writes.clear();
        toLose.set(count);
    }

    /** The writes that arrived since, each time that they did. */
    public List<JsonNode> writes() {
        return writes;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(dynamoDb).POST(HttpRequest.BodyPublishers.ofByteArray(body));
            List.of("X-Amz-Target", "Authorization", "X-Amz-Date", "Content-Type")
                    .forEach(name -> request.header(
                            name, String.valueOf(exchange.getRequestHeaders().getFirst(name))));
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (!target.endsWith("GetItem")) {
                writes.add(JsonMapper.shared().readTree(body));
                if (toLose.getAndDecrement() > 0) {
                    return;
                }
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
