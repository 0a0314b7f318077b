package com.anycompany.shop.order;

import com.anycompany.dynamodb.local.DynamoDbLocal;
import java.net.URI;

/** One DynamoDB Local for all tests of this JVM, reached as in production: through the SDK's own settings. */
public final class LocalDynamoDb {

    private static final DynamoDbLocal SERVER = DynamoDbLocal.startInMemory();

    private LocalDynamoDb() {}

    public static URI use() {
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        System.setProperty("aws.endpointUrlDynamoDb", SERVER.endpoint().toString());
        System.setProperty("logging.level.com.amazonaws.services.dynamodbv2", "WARN");
        return SERVER.endpoint();
    }
}
