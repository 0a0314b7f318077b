package com.anycompany.capacitydb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The real program in a process of its own, which is killed or has no room left. */
class KilledProcessTests {

    @TempDir
    private Path folder;

    private record Server(Process process, URI endpoint) implements AutoCloseable {

        /** As {@code kill -9}. */
        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }

    @Test
    void everyAcknowledgedWrite_outlivesKill9_andTransactionsAreWholeOrAbsent() throws IOException {
        int acknowledged = 0;
        for (int death = 0; death < 3; death++) {
            try (Server server = start(List.of());
                    DynamoDbClient client = Tables.client(server.endpoint())) {
                if (death == 0) {
                    Tables.createPerRequest(client, "Things");
                }
                assertPairs(client, acknowledged);
                for (int i = 0; i < 40; i++) {
                    putPair(client, acknowledged);
                    acknowledged++;
                }
            }
        }
        try (Server server = start(List.of());
                DynamoDbClient client = Tables.client(server.endpoint())) {
            assertPairs(client, acknowledged);
        }
    }

    @Test
    void fullDisk_refusesWrites_keepsAnswering_andLosesNothing() throws IOException {
        int written = 0;
        // The limit of a file's size fails writes as a full disk does.
        try (Server server = start(List.of("bash", "-c", "ulimit -f 1024; exec \"$@\"", "bash"));
                DynamoDbClient client = Tables.client(server.endpoint())) {
            Tables.createPerRequest(client, "Things");
            DynamoDbException refusal = null;
            while (refusal == null) {
                try {
                    int next = written;
                    client.putItem(p -> p.tableName("Things").item(Tables.thing("" + next, 50_000)));
                    written++;
                } catch (DynamoDbException e) {
                    refusal = e;
                }
            }
            assertThat(refusal.statusCode()).isEqualTo(500);
            assertThat(refusal).hasMessageContaining("could not be made durable");
            assertThat(count(client)).isEqualTo(written);
            client.putItem(p -> p.tableName("Things").item(Tables.thing("small")));
        }
        try (Server server = start(List.of());
                DynamoDbClient client = Tables.client(server.endpoint())) {
            assertThat(count(client)).isEqualTo(written + 1);
            client.putItem(p -> p.tableName("Things").item(Tables.thing("again", 50_000)));
        }
    }

    private static int count(DynamoDbClient client) {
        return client.scanPaginator(s -> s.tableName("Things")).items().stream()
                .toList()
                .size();
    }

    private static void putPair(DynamoDbClient client, int number) {
        client.transactWriteItems(t -> t.transactItems(put("a" + number), put("b" + number)));
    }

    private static TransactWriteItem put(String id) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName("Things").item(Map.of("id", AttributeValue.fromS(id))))
                .build();
    }

    private static void assertPairs(DynamoDbClient client, int pairs) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            expected.add("a" + i);
            expected.add("b" + i);
        }
        assertThat(client.scanPaginator(s -> s.tableName("Things")).items().stream()
                        .map(item -> item.get("id").s()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private Server start(List<String> wrapper) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("CapacityDB listens on ")) {
                return new Server(process, URI.create(line.substring("CapacityDB listens on ".length())));
            }
        }
        throw new IOException("the program ended");
    }
}
