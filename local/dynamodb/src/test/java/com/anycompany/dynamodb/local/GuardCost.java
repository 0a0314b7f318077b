package com.anycompany.dynamodb.local;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What the guard costs: the same calls from one thread and from four, against the bare engine and the guarded one, in short
 * turns. Run by {@code tests/benchmarks/dynamodb.sh}; not a test, since a busy machine says nothing.
 */
final class GuardCost {

    private static final int WARM_UP_ROUNDS = 15;
    private static final int CALLS = 40;
    private static final List<Integer> THREADS = List.of(1, 4);
    private static final long PLENTY = 40_000;

    private final Map<String, Consumer<DynamoDbClient>> operations = new LinkedHashMap<>();

    private GuardCost() {
        operations.put("GetItem", c -> c.getItem(g -> g.tableName(Tables.THINGS).key(Tables.thing("7"))));
        operations.put("PutItem", c -> c.putItem(p -> p.tableName(Tables.THINGS).item(owned("8"))));
        operations.put(
                "Query, an index",
                c -> c.query(q -> q.tableName(Tables.THINGS)
                        .indexName(Tables.OWNERS)
                        .keyConditionExpression("#o = :me")
                        .expressionAttributeNames(Map.of("#o", "owner"))
                        .expressionAttributeValues(Map.of(":me", AttributeValue.fromS("me")))));
        operations.put(
                "TransactWriteItems, 2 items",
                c -> c.transactWriteItems(t -> t.transactItems(put(owned("9")), put(owned("10")))));
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length == 0 ? 100 : Integer.parseInt(args[0]);
        LocalDynamoDBRequestHandler engine = new LocalDynamoDBRequestHandler(0, true, null, true, false);
        Server bare = serverOf(engine);
        try (DynamoDbLocal guarded = DynamoDbLocal.startInMemory();
                DynamoDbClient toGuarded = filled(guarded.endpoint());
                DynamoDbClient toBare = filled(bare.getURI())) {
            new GuardCost().measure(toBare, toGuarded, rounds);
        } finally {
            bare.stop();
            engine.shutdown();
        }
        // Each engine leaves a thread behind.
        System.exit(0);
    }

    private void measure(DynamoDbClient bare, DynamoDbClient guarded, int rounds) throws InterruptedException {
        System.out.println("| Call | threads | bare engine | guarded | ratio | of the fastest tenths |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        for (Map.Entry<String, Consumer<DynamoDbClient>> operation : operations.entrySet()) {
            for (int threads : THREADS) {
                List<Double> toBare = new ArrayList<>();
                List<Double> toGuarded = new ArrayList<>();
                for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
                    boolean bareFirst = round % 2 == 0;
                    List<Double> first = turn(bareFirst ? bare : guarded, operation.getValue(), threads);
                    List<Double> second = turn(bareFirst ? guarded : bare, operation.getValue(), threads);
                    if (round >= 0) {
                        toBare.addAll(bareFirst ? first : second);
                        toGuarded.addAll(bareFirst ? second : first);
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %.0f µs | %.0f µs | %.2f | %.2f |%n",
                        operation.getKey(),
                        threads,
                        quantile(0.5, toBare),
                        quantile(0.5, toGuarded),
                        quantile(0.5, toGuarded) / quantile(0.5, toBare),
                        quantile(0.1, toGuarded) / quantile(0.1, toBare));
            }
        }
    }

    /** What each of some calls took, in microseconds; so few that a machine that slows down slows the next turn too. */
    private static List<Double> turn(DynamoDbClient client, Consumer<DynamoDbClient> call, int threads)
            throws InterruptedException {
        List<Double> micros = Collections.synchronizedList(new ArrayList<>());
        List<Thread> callers = IntStream.range(0, threads)
                .mapToObj(caller -> new Thread(() -> {
                    for (int i = 0; i < CALLS / threads; i++) {
                        long begun = System.nanoTime();
                        call.accept(client);
                        micros.add((System.nanoTime() - begun) / 1000.0);
                    }
                }))
                .toList();
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
        return micros;
    }

    private static double quantile(double share, List<Double> values) {
        return values.stream()
                .sorted()
                .skip((long) (values.size() * share))
                .findFirst()
                .orElseThrow();
    }

    private static Server serverOf(LocalDynamoDBRequestHandler engine) throws Exception {
        Server server = new Server(new QueuedThreadPool(32, 4));
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(engine, null)));
        server.start();
        return server;
    }

    /** A client of a table with provisioned capacity, which the guard has to meter. */
    private static DynamoDbClient filled(URI endpoint) {
        DynamoDbClient client = Tables.client(endpoint);
        Tables.createWithIndex(client, PLENTY, PLENTY);
        IntStream.range(0, 20)
                .forEach(i -> client.putItem(p -> p.tableName(Tables.THINGS).item(owned("" + i))));
        return client;
    }

    private static Map<String, AttributeValue> owned(String id) {
        return Map.of(
                "id", AttributeValue.fromS(id),
                "owner", AttributeValue.fromS("me"),
                "text", AttributeValue.fromS("x".repeat(500)));
    }

    private static TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName(Tables.THINGS).item(item))
                .build();
    }
}
