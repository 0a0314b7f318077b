package com.anycompany.capacitydb.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Calls a second of DynamoDB servers: the same calls on 1 and 8 connections, in turns, so that a machine that slows down slows all of
 * them. Run by {@code tests/benchmarks/dynamodb.sh}; not a test, since a busy machine says nothing.
 *
 * <p>Arguments: the length of a turn in milliseconds, the number of turns, then {@code NAME=URL} of each server. A server named
 * {@code http} answers everything alike; it shows what the connection alone costs.
 */
public final class EngineBenchmark {

    private static final String ITEMS =
            "{\"TableName\":\"Bench\",\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"},"
                    + "{\"AttributeName\":\"sk\",\"KeyType\":\"RANGE\"}],\"AttributeDefinitions\":["
                    + "{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"},{\"AttributeName\":\"sk\",\"AttributeType\":\"S\"}],"
                    + "\"ProvisionedThroughput\":{\"ReadCapacityUnits\":40000,\"WriteCapacityUnits\":40000}}";
    private static final String TEXT = "x".repeat(400);

    private final Map<String, URI> servers;
    private final int millis;
    private final int turns;

    private EngineBenchmark(Map<String, URI> servers, int millis, int turns) {
        this.servers = servers;
        this.millis = millis;
        this.turns = turns;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, URI> servers = new LinkedHashMap<>();
        for (int i = 2; i < arguments.length; i++) {
            String[] server = arguments[i].split("=", 2);
            servers.put(server[0], URI.create(server[1]));
        }
        new EngineBenchmark(servers, Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])).run();
    }

    private void run() throws Exception {
        for (URI server : servers.values()) {
            fill(server);
        }
        Map<String, String> calls = new LinkedHashMap<>();
        calls.put("GetItem", "{\"TableName\":\"Bench\",\"Key\":" + key(0, 7) + "}");
        calls.put("PutItem", "{\"TableName\":\"Bench\",\"Item\":" + item(1, 8) + "}");
        calls.put(
                "Query",
                "{\"TableName\":\"Bench\",\"KeyConditionExpression\":\"pk = :p AND sk > :s\","
                        + "\"ExpressionAttributeValues\":{\":p\":{\"S\":\"p0\"},\":s\":{\"S\":\"s10\"}}}");
        calls.put("Scan", "{\"TableName\":\"Bench\",\"Limit\":60}");
        calls.put(
                "TransactWriteItems",
                "{\"TransactItems\":[{\"Put\":{\"TableName\":\"Bench\",\"Item\":" + item(2, 1)
                        + "}},{\"Put\":{\"TableName\":\"Bench\",\"Item\":" + item(2, 2) + "}}]}");
        System.out.println("| Call | connections | " + String.join(" | ", servers.keySet()) + " |");
        System.out.println("|---|---:|" + "---:|".repeat(servers.size()));
        for (Map.Entry<String, String> call : calls.entrySet()) {
            for (int connections : List.of(1, 8)) {
                measure(call.getKey(), call.getValue(), connections);
            }
        }
    }

    private void measure(String operation, String body, int connections) throws Exception {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int turn = -3; turn < turns; turn++) {
            for (Map.Entry<String, URI> server : servers.entrySet()) {
                double rate = turn(server.getValue(), operation, body, connections);
                if (turn >= 0) {
                    rates.computeIfAbsent(server.getKey(), name -> new ArrayList<>())
                            .add(rate);
                }
            }
        }
        StringBuilder row = new StringBuilder("| " + operation + " | " + connections + " |");
        rates.values().forEach(all -> row.append(String.format(Locale.ROOT, " %,.0f |", median(all))));
        System.out.println(row);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** Calls a second on so many connections. */
    private double turn(URI server, String operation, String body, int connections) throws Exception {
        AtomicReference<Exception> failure = new AtomicReference<>();
        int[] counts = new int[connections];
        long begun = System.nanoTime();
        long end = begun + millis * 1_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int number = i;
            threads.add(new Thread(() -> {
                try (Connection connection = new Connection(server)) {
                    byte[] request = connection.request(operation, body);
                    while (System.nanoTime() < end) {
                        connection.call(request);
                        counts[number]++;
                    }
                } catch (IOException e) {
                    failure.set(e);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        int all = 0;
        for (int count : counts) {
            all += count;
        }
        return all * 1e9 / (System.nanoTime() - begun);
    }

    private static void fill(URI server) throws IOException {
        try (Connection connection = new Connection(server)) {
            connection.call(connection.request("CreateTable", ITEMS));
            for (int partition = 0; partition < 3; partition++) {
                for (int i = 0; i < 30; i++) {
                    connection.call(connection.request(
                            "PutItem", "{\"TableName\":\"Bench\",\"Item\":" + item(partition, i) + "}"));
                }
            }
        }
    }

    private static String key(int partition, int number) {
        return "{\"pk\":{\"S\":\"p" + partition + "\"},\"sk\":{\"S\":\"s" + number + "\"}}";
    }

    private static String item(int partition, int number) {
        return "{\"pk\":{\"S\":\"p" + partition + "\"},\"sk\":{\"S\":\"s" + number + "\"},\"price\":{\"N\":\"19.99\"},"
                + "\"text\":{\"S\":\"" + TEXT + "\"},\"tags\":{\"SS\":[\"a\",\"b\",\"c\"]},"
                + "\"more\":{\"M\":{\"a\":{\"N\":\"1\"},\"b\":{\"L\":[{\"S\":\"x\"},{\"BOOL\":true}]}}}}";
    }
}
