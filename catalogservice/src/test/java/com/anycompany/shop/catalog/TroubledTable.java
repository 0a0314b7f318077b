package com.anycompany.shop.catalog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Stands in front of a DynamoDB and gives the answers of one that lacks capacity, or none. */
final class TroubledTable {

    enum Trouble {
        NONE,
        THROTTLED,
        BATCHES_LEFT_UNPROCESSED,
        SILENT
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger remaining = new AtomicInteger();
    private final HttpServer server;
    private final URI dynamoDb;
    private volatile Trouble trouble = Trouble.NONE;

    TroubledTable(URI dynamoDb) {
        this.dynamoDb = dynamoDb;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Gives the next calls trouble, until there were that many of them. */
    void trouble(Trouble trouble, int times) {
        this.trouble = trouble;
        remaining.set(times);
        calls.set(0);
    }

    int calls() {
        return calls.get();
    }

    private void answer(HttpExchange call) throws IOException {
        byte[] request = call.getRequestBody().readAllBytes();
        calls.incrementAndGet();
        switch (remaining.getAndDecrement() > 0 ? trouble : Trouble.NONE) {
            case THROTTLED ->
                respond(
                        call,
                        400,
                        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\","
                                + "\"message\":\"The level of configured provisioned throughput was exceeded\"}");
            case BATCHES_LEFT_UNPROCESSED ->
                respond(
                        call,
                        200,
                        "{\"Responses\":{},\"UnprocessedKeys\":"
                                + JsonMapper.shared().readTree(request).get("RequestItems") + "}");
            case SILENT -> call.close();
            case NONE -> pass(call, request);
        }
    }

    private void pass(HttpExchange call, byte[] request) throws IOException {
        HttpRequest.Builder forwarded =
                HttpRequest.newBuilder(dynamoDb).POST(HttpRequest.BodyPublishers.ofByteArray(request));
        for (String header : new String[] {"X-Amz-Target", "Authorization", "X-Amz-Date", "Content-Type"}) {
            forwarded.header(header, call.getRequestHeaders().getFirst(header));
        }
        try {
            HttpResponse<String> answer = client.send(forwarded.build(), HttpResponse.BodyHandlers.ofString());
            respond(call, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void respond(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
