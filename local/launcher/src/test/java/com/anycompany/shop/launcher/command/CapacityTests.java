package com.anycompany.shop.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class CapacityTests {

    private final StringWriter errors = new StringWriter();

    private int execute(String... arguments) {
        return Shop.commandLine().setErr(new PrintWriter(errors)).execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "40001", "many", "1.5", "99999999999999999999"})
    void valueThatDoesntFit_isRefusedWithThoseThatDo(String value) {
        assertThat(execute("capacity", "ProductCatalog", "--read=" + value)).isEqualTo(2);
        assertThat(errors.toString()).contains("--read", "give a whole number from 1 to 40000, not '" + value + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "ProductCatalog --all --read 1, 'Give a table or --all, not both.'",
        "--read 1, 'Which table? Name one, such as ProductCatalog, or give --all.'",
        "--all, 'Give --read N or --write N with --all; ./shop capacity shows all tables.'"
    })
    void unclearTarget_isRefusedWithTheRemedy(String arguments, String message) {
        assertThat(execute(("capacity " + arguments).split(" "))).isNotZero();
        assertThat(errors.toString()).contains(message);
    }

    @Test
    void line_namesTheIndexesWithOtherCapacity() {
        ProvisionedThroughputDescription same = units(40, 15);
        TableDescription.Builder table =
                TableDescription.builder().tableName("ProductCatalog").provisionedThroughput(same);

        assertThat(Capacity.capacityOf(
                        table.globalSecondaryIndexes(index("a", same)).build()))
                .isEqualTo("ProductCatalog has 40 read and 15 write capacity units.");
        assertThat(Capacity.capacityOf(table.globalSecondaryIndexes(index("a", same), index("b", units(1, 15)))
                        .build()))
                .isEqualTo("ProductCatalog has 40 read and 15 write capacity units; its index b 1 and 15.");
    }

    private static ProvisionedThroughputDescription units(long read, long write) {
        return ProvisionedThroughputDescription.builder()
                .readCapacityUnits(read)
                .writeCapacityUnits(write)
                .build();
    }

    private static GlobalSecondaryIndexDescription index(String name, ProvisionedThroughputDescription units) {
        return GlobalSecondaryIndexDescription.builder()
                .indexName(name)
                .provisionedThroughput(units)
                .build();
    }
}
