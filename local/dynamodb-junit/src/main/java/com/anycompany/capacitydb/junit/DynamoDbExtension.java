package com.anycompany.capacitydb.junit;

import com.anycompany.capacitydb.CapacityDb;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Gives the tests of a class one server and one client, and closes both behind the last test. */
final class DynamoDbExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(DynamoDbExtension.class);

    /** Server and client of a test class; JUnit closes it with the class's store. */
    private record Running(CapacityDb server, DynamoDbClient client) implements AutoCloseable {

        private static Running start(Clock clock) {
            CapacityDb server = CapacityDb.startInMemory(clock);
            DynamoDbClient client = DynamoDbClient.builder()
                    .endpointOverride(server.endpoint())
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .build();
            return new Running(server, client);
        }

        @Override
        public void close() {
            client.close();
            server.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == CapacityDb.class || type == URI.class || type == DynamoDbClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = running(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == DynamoDbClient.class) {
            return running.client();
        }
        return type == URI.class ? running.server().endpoint() : running.server();
    }

    private static Running running(ExtensionContext context) {
        ExtensionContext ofClass = context;
        while (ofClass.getTestMethod().isPresent() && ofClass.getParent().isPresent()) {
            ofClass = ofClass.getParent().orElseThrow();
        }
        return ofClass.getStore(NAMESPACE)
                .computeIfAbsent("running", key -> Running.start(Clock.systemUTC()), Running.class);
    }
}
