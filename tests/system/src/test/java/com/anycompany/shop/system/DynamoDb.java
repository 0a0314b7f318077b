package com.anycompany.shop.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shop's tables, reached with DynamoDB's JSON protocol: enough to plant a fault, and to see what is under way. */
record DynamoDb(URI endpoint) {

    static DynamoDb of(Shop shop) {
        return new DynamoDb(URI.create(shop.ports().url("dynamodb")));
    }

    void put(String table, String item) throws IOException, InterruptedException {
        call("PutItem", "{\"TableName\":\"%s\",\"Item\":%s}".formatted(table, item));
    }

    void delete(String table, String id) throws IOException, InterruptedException {
        call("DeleteItem", "{\"TableName\":\"%s\",\"Key\":{\"id\":{\"S\":\"%s\"}}}".formatted(table, id));
    }

    int paymentsBeingMade() throws IOException, InterruptedException {
        return call("Scan", """
                        {"TableName":"Payments","Select":"COUNT","ConsistentRead":true,
                         "FilterExpression":"#s = :a","ExpressionAttributeNames":{"#s":"status"},
                         "ExpressionAttributeValues":{":a":{"S":"AUTHORIZING"}}}""").path("Count").asInt();
    }

    private JsonNode call(String operation, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                .header("X-Amz-Date", "20261124T000000Z")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20261124/us-east-1/dynamodb/aws4_request,"
                                + " SignedHeaders=host;x-amz-date;x-amz-target, Signature=0")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(operation + ": " + response.statusCode() + " " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }
}
