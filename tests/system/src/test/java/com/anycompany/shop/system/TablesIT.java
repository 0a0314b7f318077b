package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables that the services made for themselves are those that CloudFormation makes on AWS. */
@ExtendWith(OpenShop.class)
class TablesIT {

    static Stream<String> tables() throws IOException {
        List<String> names = TableTemplate.ofCloudFormation().names();
        assertThat(names).hasSize(5);
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tableOfTheTemplate_isTheOneThatItsServiceCreates(String name, Shop shop) throws IOException {
        String template = TableTemplate.ofCloudFormation().text(name);
        LocalTables local = new LocalTables(shop.ports().url("dynamodb"));

        await().untilAsserted(() -> assertThat(local.text(name)).isEqualTo(template));
    }
}
