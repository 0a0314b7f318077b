package com.anycompany.capacitydb.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.capacitydb.CapacityDb;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@DynamoDbTest
class DynamoDbExtensionTests {

    private final CapacityDb server;

    DynamoDbExtensionTests(CapacityDb server) {
        this.server = server;
    }

    @Test
    void clientReachesTheServerOfTheClass(DynamoDbClient client, URI endpoint) {
        assertThat(endpoint).isEqualTo(server.endpoint());
        assertThat(client.listTables().tableNames()).isEmpty();
    }
}
