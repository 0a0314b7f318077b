package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables in CapacityDB, described by its own API. */
record LocalTables(String url) {

    /** It asks for a signature and checks none. */
    private static final String SIGNATURE =
            "AWS4-HMAC-SHA256 Credential=local/20261124/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";

    String text(String table) throws IOException {
        JsonNode described = ask("DescribeTable", table).path("Table");
        JsonNode timeToLive = ask("DescribeTimeToLive", table).path("TimeToLiveDescription");
        return TableText.of(described, timeToLive.path("AttributeName").asString(""));
    }

    private JsonNode ask(String operation, String table) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
        connection.setRequestProperty("X-Amz-Target", "DynamoDB_20120810." + operation);
        connection.setRequestProperty("Authorization", SIGNATURE);
        connection.setDoOutput(true);
        connection.getOutputStream().write(("{\"TableName\":\"" + table + "\"}").getBytes());
        assertThat(connection.getResponseCode()).as(operation + " " + table).isEqualTo(200);
        try (var answer = connection.getInputStream()) {
            return JsonMapper.shared().readTree(answer.readAllBytes());
        }
    }
}
