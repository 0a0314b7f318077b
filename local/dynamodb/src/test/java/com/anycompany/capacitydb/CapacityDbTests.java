package com.anycompany.capacitydb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CapacityDbTests {

    @Test
    void keepsWhatTheSdkPuts() {
        try (CapacityDb dynamoDb = CapacityDb.startInMemory(Clock.systemUTC());
                DynamoDbClient client = Tables.client(dynamoDb)) {
            Tables.createPerRequest(client, "Things");
            client.putItem(p -> p.tableName("Things").item(Map.of("id", AttributeValue.fromS("1"))));

            assertThat(client.getItem(g -> g.tableName("Things").key(Map.of("id", AttributeValue.fromS("1"))))
                            .item())
                    .containsEntry("id", AttributeValue.fromS("1"));
        }
    }

    @Test
    void dataInAFolder_survivesARestart(@TempDir Path folder) {
        Options settings =
                Options.parse("--port", "0", "--data", folder.resolve("new one").toString());
        try (CapacityDb dynamoDb = CapacityDb.start(settings, Clock.systemUTC());
                DynamoDbClient client = Tables.client(dynamoDb)) {
            Tables.create(client, "Things", 7, 3);
            client.putItem(p -> p.tableName("Things").item(Tables.thing("1")));
        }
        try (CapacityDb dynamoDb = CapacityDb.start(settings, Clock.systemUTC());
                DynamoDbClient client = Tables.client(dynamoDb)) {
            assertThat(client.getItem(g -> g.tableName("Things").key(Tables.thing("1")))
                            .item())
                    .isEqualTo(Tables.thing("1"));
            assertThat(client.describeTable(d -> d.tableName("Things"))
                            .table()
                            .provisionedThroughput()
                            .readCapacityUnits())
                    .isEqualTo(7);
        }
    }

    @Test
    void answersHealth_onLoopbackOnly() throws IOException, InterruptedException {
        try (CapacityDb dynamoDb = CapacityDb.startInMemory(Clock.systemUTC())) {
            HttpResponse<String> health = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(dynamoDb.endpoint().resolve("/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(dynamoDb.endpoint().getHost()).isEqualTo("127.0.0.1");
            // Somebody else's socket on the same port of another address is only possible if ours isn't on all of them.
            try (ServerSocket other = new ServerSocket()) {
                other.bind(
                        new InetSocketAddress("127.0.0.2", dynamoDb.endpoint().getPort()));
                assertThat(other.isBound()).isTrue();
            }
        }
    }

    @Test
    void refusal_isWhatTheProtocolSays_withTheChecksumOfItsBody() throws IOException, InterruptedException {
        TestClock clock = new TestClock();
        try (CapacityDb dynamoDb = CapacityDb.start(Options.inMemory(), clock);
                DynamoDbClient client = Tables.client(dynamoDb)) {
            Tables.create(client, "Things", 1, 1);
            client.putItem(p -> p.tableName("Things").item(Tables.thing("big", 300 * 1024)));

            HttpResponse<byte[]> refused = put(dynamoDb.endpoint());

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.0");
            assertThat(refused.headers().firstValue("x-amzn-RequestId")).isPresent();
            CRC32 checksum = new CRC32();
            checksum.update(refused.body());
            assertThat(refused.headers().firstValue("x-amz-crc32")).hasValue(Long.toString(checksum.getValue()));
            assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                    .contains("\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\"")
                    .contains("The level of configured provisioned throughput for the table was exceeded.");
        }
    }

    private static HttpResponse<byte[]> put(URI endpoint) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "DynamoDB_20120810.PutItem")
                .header("X-Amz-Date", "20261124T000000Z")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20261124/us-east-1/dynamodb/aws4_request,"
                                + " SignedHeaders=host;x-amz-date;x-amz-target, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString("{\"TableName\":\"Things\",\"Item\":{\"id\":{\"S\":\"x\"}}}"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void busyPort_isNamed() {
        try (CapacityDb first = CapacityDb.startInMemory(Clock.systemUTC())) {
            Options same = Options.parse("--port", "" + first.endpoint().getPort());

            assertThatThrownBy(() -> CapacityDb.start(same, Clock.systemUTC()))
                    .hasMessageContaining(first.endpoint().getPort() + ": the port is in use")
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void wrongOptions_areNamed() {
        assertThatThrownBy(() -> Options.parse("--port", "x")).hasMessageContaining("--port must be a number");
        assertThatThrownBy(() -> Options.parse("--prot", "1")).hasMessageContaining("Unknown option --prot");
        assertThatThrownBy(() -> Options.parse("--data")).hasMessageContaining("--data needs a value");
    }
}
