package com.anycompany.service.spring.contract;

import com.anycompany.capacitydb.CapacityDb;
import java.net.URI;
import java.time.Clock;

/** DynamoDB in memory, one for all tests of a JVM, found as in production: through the AWS SDK's own settings. */
public final class LocalDynamoDb {

    private static final CapacityDb SERVER = CapacityDb.startInMemory(Clock.systemUTC());

    private LocalDynamoDb() {}

    /** Points the clients that are built from now on to it. */
    public static URI use() {
        use(SERVER.endpoint());
        return SERVER.endpoint();
    }

    /** Points the clients that are built from now on to a DynamoDB of the test's own. */
    public static void use(URI endpoint) {
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        System.setProperty("aws.endpointUrlDynamoDb", endpoint.toString());
    }
}
