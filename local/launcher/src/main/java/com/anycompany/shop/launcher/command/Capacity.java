package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.commandline.XRayEvents;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.supervise.RunningParts;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.net.URI;
import java.util.List;
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
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Shows or changes a table's provisioned capacity, with the call that the AWS CLI makes. */
@Command(
        name = "capacity",
        description =
                "Show the provisioned capacity of a table, or change it and its indexes'; it takes effect at once.")
final class Capacity implements Callable<Integer> {

    @Parameters(paramLabel = "TABLE", description = "For example ProductCatalog.")
    private String table = "";

    @Option(names = "--read", paramLabel = "N", description = "Read capacity units.")
    private @Nullable Long read;

    @Option(names = "--write", paramLabel = "N", description = "Write capacity units.")
    private @Nullable Long write;

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final Ports ports = Ports.inUse(folder);
    private final Terminal terminal = Terminal.standard();

    @Override
    public Integer call() {
        requireAtLeastOne("--read", read);
        requireAtLeastOne("--write", write);
        RunningShop.require(new RunningParts(folder), "dynamodb");
        try (DynamoDbClient client = client()) {
            TableDescription described =
                    client.describeTable(d -> d.tableName(table)).table();
            ProvisionedThroughputDescription now = described.provisionedThroughput();
            long reads = read == null ? now.readCapacityUnits() : read;
            long writes = write == null ? now.writeCapacityUnits() : write;
            List<GlobalSecondaryIndexUpdate> indexes = updates(described, reads, writes);
            boolean tableChanges = differs(now, reads, writes);
            if (!tableChanges && indexes.isEmpty()) {
                terminal.line(table + " has " + reads + " read and " + writes + " write capacity units.");
                return 0;
            }
            UpdateTableRequest.Builder update = UpdateTableRequest.builder().tableName(table);
            if (tableChanges) {
                update.provisionedThroughput(p -> p.readCapacityUnits(reads).writeCapacityUnits(writes));
            }
            if (!indexes.isEmpty()) {
                update.globalSecondaryIndexUpdates(indexes);
            }
            client.updateTable(update.build());
            String change = now.readCapacityUnits() + " → " + reads + " read, " + now.writeCapacityUnits() + " → "
                    + writes + " write";
            terminal.line(table + ": " + change + " capacity units" + (indexes.isEmpty() ? "." : ", its indexes too."));
            new XRayEvents(URI.create(ports.url("xray")))
                    .tryToPost(XRayEvents.Type.CAPACITY, table + " has other capacity", change);
            return 0;
        } catch (ResourceNotFoundException e) {
            throw new UserError("There is no table " + table + "; ask for one of the shop's, such as ProductCatalog.");
        } catch (SdkException e) {
            throw new UserError("DynamoDB at " + ports.url("dynamodb") + " answers: " + e.getMessage());
        }
    }

    /** An index has a capacity of its own; without the same change, pages that read an index would not be throttled. */
    private static List<GlobalSecondaryIndexUpdate> updates(TableDescription described, long reads, long writes) {
        return described.globalSecondaryIndexes().stream()
                .filter(index -> differs(index.provisionedThroughput(), reads, writes))
                .map(index -> GlobalSecondaryIndexUpdate.builder()
                        .update(u -> u.indexName(index.indexName())
                                .provisionedThroughput(
                                        p -> p.readCapacityUnits(reads).writeCapacityUnits(writes)))
                        .build())
                .toList();
    }

    private static boolean differs(ProvisionedThroughputDescription now, long reads, long writes) {
        return now.readCapacityUnits() != reads || now.writeCapacityUnits() != writes;
    }

    private static void requireAtLeastOne(String option, @Nullable Long units) {
        if (units != null && units < 1) {
            throw new UserError(option + " must be 1 or more, not " + units + ".");
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
