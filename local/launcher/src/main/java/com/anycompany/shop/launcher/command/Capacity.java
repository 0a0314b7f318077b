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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
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

/** Shows or changes the provisioned capacity of tables, with the calls that the AWS CLI makes. */
@Command(
        name = "capacity",
        description = {
            "Show the provisioned capacity of all tables or of one, or change a table's and its indexes'; it takes"
                    + " effect at once.",
            "A unit reads an item of up to 4 KB a second, two if eventually consistent, or writes one of up to 1 KB."
        })
final class Capacity implements Callable<Integer> {

    @Parameters(
            paramLabel = "TABLE",
            arity = "0..1",
            description = "For example ProductCatalog; without one, all are shown.")
    private @Nullable String table;

    @Option(names = "--all", description = "Change all tables.")
    private boolean all;

    @Option(
            names = "--read",
            paramLabel = "N",
            converter = Units.class,
            description = "Read capacity units, 1 to " + Units.MOST + ".")
    private @Nullable Long read;

    @Option(
            names = "--write",
            paramLabel = "N",
            converter = Units.class,
            description = "Write capacity units, 1 to " + Units.MOST + ".")
    private @Nullable Long write;

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final Ports ports = Ports.inUse(folder);
    private final Terminal terminal = Terminal.standard();

    /** Units that a table can have: DynamoDB's quota. */
    static final class Units implements ITypeConverter<Long> {

        static final long MOST = 40_000;

        @Override
        public Long convert(String typed) {
            try {
                long units = Long.parseLong(typed.strip());
                if (units >= 1 && units <= MOST) {
                    return units;
                }
            } catch (NumberFormatException e) {
                // Refused below.
            }
            throw new TypeConversionException("give a whole number from 1 to " + MOST + ", not '" + typed + "'");
        }
    }

    @Override
    public Integer call() {
        requireOneTarget();
        RunningShop.require(new RunningParts(folder), "dynamodb");
        try (DynamoDbClient client = client()) {
            for (String name :
                    table != null ? List.of(table) : client.listTables().tableNames()) {
                showOrChange(name, client);
            }
            return 0;
        } catch (ResourceNotFoundException e) {
            throw new UserError("There is no table " + table + "; ./shop capacity lists those that there are.");
        } catch (SdkException e) {
            throw new UserError("DynamoDB at " + ports.url("dynamodb") + " answers: " + e.getMessage());
        }
    }

    private void requireOneTarget() {
        boolean changes = read != null || write != null;
        if (all && table != null) {
            throw new UserError("Give a table or --all, not both.");
        }
        if (changes && table == null && !all) {
            throw new UserError("Which table? Name one, such as ProductCatalog, or give --all.");
        }
        if (all && !changes) {
            throw new UserError("Give --read N or --write N with --all; ./shop capacity shows all tables.");
        }
    }

    private void showOrChange(String name, DynamoDbClient client) {
        TableDescription described =
                client.describeTable(d -> d.tableName(name)).table();
        ProvisionedThroughputDescription now = described.provisionedThroughput();
        long reads = read == null ? now.readCapacityUnits() : read;
        long writes = write == null ? now.writeCapacityUnits() : write;
        List<GlobalSecondaryIndexUpdate> indexes =
                read == null && write == null ? List.of() : updates(described, reads, writes);
        boolean tableChanges = differs(now, reads, writes);
        if (!tableChanges && indexes.isEmpty()) {
            terminal.line(capacityOf(described));
            return;
        }
        UpdateTableRequest.Builder update = UpdateTableRequest.builder().tableName(name);
        if (tableChanges) {
            update.provisionedThroughput(p -> p.readCapacityUnits(reads).writeCapacityUnits(writes));
        }
        if (!indexes.isEmpty()) {
            update.globalSecondaryIndexUpdates(indexes);
        }
        client.updateTable(update.build());
        String change = now.readCapacityUnits() + " → " + reads + " read, " + now.writeCapacityUnits() + " → " + writes
                + " write";
        terminal.line(name + ": " + change + " capacity units" + (indexes.isEmpty() ? "." : ", its indexes too."));
        new XRayEvents(URI.create(ports.url("xray")))
                .tryToPost(XRayEvents.Type.CAPACITY, name + " has other capacity", change);
    }

    /** A line about a table, which names the indexes that have other capacity. */
    static String capacityOf(TableDescription table) {
        ProvisionedThroughputDescription units = table.provisionedThroughput();
        String others = table.globalSecondaryIndexes().stream()
                .filter(index ->
                        differs(index.provisionedThroughput(), units.readCapacityUnits(), units.writeCapacityUnits()))
                .map(index -> index.indexName() + " "
                        + index.provisionedThroughput().readCapacityUnits() + " and "
                        + index.provisionedThroughput().writeCapacityUnits())
                .collect(Collectors.joining("; its index "));
        return table.tableName() + " has " + units.readCapacityUnits() + " read and " + units.writeCapacityUnits()
                + " write capacity units" + (others.isEmpty() ? "." : "; its index " + others + ".");
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

    private DynamoDbClient client() {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(ports.url("dynamodb")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
