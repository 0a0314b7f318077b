package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** ./shop audit on the shop that all tests have used: it finds nothing, and it can find each thing that must never be. */
@ExtendWith(OpenShop.class)
@Order(OpenShop.LATE + 3)
class AuditIT {

    private record Planted(String table, String id) {}

    private final List<Planted> planted = new ArrayList<>();

    @Test
    void audit_findsEveryPlantedFault_andNothingElse(Shop shop) throws Exception {
        DynamoDb tables = DynamoDb.of(shop);
        try {
            payment(tables, "nowhere", "12.5");
            order(tables, "unpaid", "key-1");
            order(tables, "underpaid", "key-2");
            payment(tables, "underpaid", "0.5");
            order(tables, "twin-a", "key-3");
            payment(tables, "twin-a", "24.9");
            order(tables, "twin-b", "key-3");
            payment(tables, "twin-b", "24.9");

            Script.Result found = shop.script().run("audit");

            assertThat(found.exitCode()).as(found.output()).isEqualTo(1);
            assertThat(found.output().lines())
                    .containsSubsequence(
                            "Order underpaid: its total is 24.90, but 0.50 was paid.",
                            "Order unpaid: it is CONFIRMED, but there is no payment.",
                            "Payment pay-nowhere: 12.50 was captured, but there is no order nowhere.",
                            "Submission key-3: it placed two orders, twin-a and twin-b.",
                            "4 violations.");
        } finally {
            for (Planted each : planted) {
                tables.delete(each.table(), each.id());
            }
        }

        Script.Result sound = shop.script().run("audit");

        assertThat(sound.exitCode()).as(sound.output()).isZero();
        assertThat(sound.output()).contains("No violations.");
    }

    private void payment(DynamoDb tables, String order, String amount) throws IOException, InterruptedException {
        put(tables, "Payments", "pay-" + order, """
                "orderId":{"S":"%s"},"status":{"S":"CAPTURED"},"amount":{"N":"%s"}""".formatted(order, amount));
    }

    /** Of one line worth 24.90, with the key that names it. */
    private void order(DynamoDb tables, String id, String key) throws IOException, InterruptedException {
        put(tables, "Orders", id, """
                "status":{"S":"CONFIRMED"},"submission":{"S":"%s"},"cartId":{"S":"cart-of-%s"},"cartVersion":{"N":"3"},
                "total":{"N":"24.9"},"paymentId":{"S":"pay-%s"},"placedAt":{"N":"%d"},
                "lines":{"L":[{"M":{"unitPrice":{"N":"24.9"},"quantity":{"N":"1"}}}]}""".formatted(key, id, id, Instant.now().toEpochMilli()));
        put(tables, "Orders", "submission#of-" + id, "\"orderId\":{\"S\":\"%s\"}".formatted(id));
    }

    private void put(DynamoDb tables, String table, String id, String attributes)
            throws IOException, InterruptedException {
        planted.add(new Planted(table, id));
        tables.put(table, "{\"id\":{\"S\":\"%s\"},%s}".formatted(id, attributes));
    }
}
