package com.anycompany.shop.launcher;

import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Shows or changes a table's provisioned capacity, with the call that the AWS CLI makes. */
@Command(name = "capacity", description = "Show a table's provisioned capacity, or change it; it takes effect at once.")
final class Capacity implements Callable<Integer> {

    @Parameters(paramLabel = "TABLE", description = "For example ProductCatalog.")
    private String table = "";

    @Option(names = "--read", paramLabel = "N", description = "Read capacity units.")
    private @Nullable Long read;

    @Option(names = "--write", paramLabel = "N", description = "Write capacity units.")
    private @Nullable Long write;

    private final Ports ports = Ports.inUse(ShopFolder.ofThisCheckout());
    private final Screen screen = Screen.standard();

    @Override
    public Integer call() {
        refuseLessThanOne("--read", read);
        refuseLessThanOne("--write", write);
        try (DynamoDbClient client = client()) {
            ProvisionedThroughputDescription now =
                    client.describeTable(d -> d.tableName(table)).table().provisionedThroughput();
            long reads = read == null ? now.readCapacityUnits() : read;
            long writes = write == null ? now.writeCapacityUnits() : write;
            if (reads == now.readCapacityUnits() && writes == now.writeCapacityUnits()) {
                screen.line(table + " has " + reads + " read and " + writes + " write capacity units.");
                return 0;
            }
            client.updateTable(u -> u.tableName(table)
                    .provisionedThroughput(p -> p.readCapacityUnits(reads).writeCapacityUnits(writes)));
            String change = now.readCapacityUnits() + " → " + reads + " read, " + now.writeCapacityUnits() + " → "
                    + writes + " write";
            screen.line(table + ": " + change + " capacity units.");
            XRayEvents.post(ports, "capacity", table + " has other capacity", change);
            return 0;
        } catch (ResourceNotFoundException e) {
            throw new Refusal("There is no table " + table + "; ask for one of the shop's, such as ProductCatalog.");
        } catch (SdkException e) {
            throw new Refusal("DynamoDB at " + ports.url("dynamodb") + " says: " + e.getMessage());
        }
    }

    private static void refuseLessThanOne(String option, @Nullable Long units) {
        if (units != null && units < 1) {
            throw new Refusal(option + " must be 1 or more, not " + units + ".");
        }
    }

    private DynamoDbClient client() {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(ports.url("dynamodb")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
