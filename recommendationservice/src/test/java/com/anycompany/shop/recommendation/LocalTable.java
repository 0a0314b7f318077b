package com.anycompany.shop.recommendation;

import com.anycompany.dynamodb.local.DynamoDbLocal;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Points the service at a DynamoDB Local in this process, the way the environment does at run time. */
public final class LocalTable implements BeforeAllCallback {

    private static final DynamoDbLocal DYNAMO_DB = DynamoDbLocal.startInMemory();

    @Override
    public void beforeAll(ExtensionContext context) {
        use(DYNAMO_DB.endpoint().toString());
    }

    /** Where the next client that is built looks for DynamoDB. */
    public static void use(String endpoint) {
        System.setProperty("aws.endpointUrlDynamoDb", endpoint);
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }
}
