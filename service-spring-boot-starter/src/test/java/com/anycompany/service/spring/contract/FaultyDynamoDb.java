package com.anycompany.service.spring.contract;

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

/** Proxy of a DynamoDB that gives the responses of one that is throttled, unreachable or called wrongly. */
public final class FaultyDynamoDb {

    /** What is wrong with the responses. */
    public enum Fault {
        NONE,
        THROTTLED,
        BATCHES_UNPROCESSED,
        UNREACHABLE,
        INVALID_CALL
    }

    private static final String[] FORWARDED = {"X-Amz-Target", "Authorization", "X-Amz-Date", "Content-Type"};

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger remaining = new AtomicInteger();
    private final HttpServer server;
    private final URI dynamoDb;
    private volatile Fault fault = Fault.NONE;

    public FaultyDynamoDb(URI dynamoDb) {
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

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Every call fails from now on, or none. */
    public void fail(Fault fault) {
        fail(fault, Integer.MAX_VALUE);
    }

    /** The next calls fail, so many of them. */
    public void fail(Fault fault, int times) {
        this.fault = fault;
        remaining.set(times);
        calls.set(0);
    }

    /** Calls since the fault was last set. */
    public int calls() {
        return calls.get();
    }

    private void answer(HttpExchange call) throws IOException {
        byte[] request = call.getRequestBody().readAllBytes();
        calls.incrementAndGet();
        switch (remaining.getAndDecrement() > 0 ? fault : Fault.NONE) {
            case THROTTLED -> error(call, "ProvisionedThroughputExceededException");
            case INVALID_CALL -> error(call, "ValidationException");
            case BATCHES_UNPROCESSED ->
                respond(
                        call,
                        200,
                        "{\"Responses\":{},\"UnprocessedKeys\":"
                                + JsonMapper.shared().readTree(request).get("RequestItems") + "}");
            case UNREACHABLE -> call.close();
            case NONE -> forward(call, request);
        }
    }

    private void forward(HttpExchange call, byte[] request) throws IOException {
        HttpRequest.Builder forwarded =
                HttpRequest.newBuilder(dynamoDb).POST(HttpRequest.BodyPublishers.ofByteArray(request));
        for (String header : FORWARDED) {
            forwarded.header(header, call.getRequestHeaders().getFirst(header));
        }
        try {
            HttpResponse<String> answer = client.send(forwarded.build(), HttpResponse.BodyHandlers.ofString());
            respond(call, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void error(HttpExchange call, String type) throws IOException {
        respond(
                call,
                400,
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"" + type
                        + " says DynamoDB\"}");
    }

    private static void respond(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
