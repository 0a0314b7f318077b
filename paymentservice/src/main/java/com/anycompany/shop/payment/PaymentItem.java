package com.anycompany.shop.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a payment lies in DynamoDB; instants are epoch milliseconds, amounts numbers, and absent means null. */
final class PaymentItem {

    private PaymentItem() {}

    static Map<String, AttributeValue> write(Payment payment) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("id", AttributeValue.fromS(payment.id()));
        item.put("orderId", AttributeValue.fromS(payment.orderId()));
        item.put("status", AttributeValue.fromS(payment.status().name()));
        item.put("leaseUntil", instant(payment.leaseUntil()));
        if (payment.amount() != null) {
            item.put("amount", AttributeValue.fromN(payment.amount().amount().toPlainString()));
            item.put("currency", AttributeValue.fromS(payment.amount().currency()));
        }
        put(item, "method", payment.method());
        put(item, "last4", payment.last4());
        put(item, "reason", payment.reason());
        put(item, "idempotencyKey", payment.idempotencyKey());
        put(item, "fingerprint", payment.fingerprint());
        put(item, "attempt", payment.attempt());
        return item;
    }

    static Payment read(Map<String, AttributeValue> item) {
        String amount = number(item, "amount");
        String currency = text(item, "currency");
        Instant leaseUntil = instant(item, "leaseUntil");
        return new Payment(
                required(item, "id"),
                required(item, "orderId"),
                PaymentStatus.valueOf(required(item, "status")),
                amount == null || currency == null ? null : new Money(new BigDecimal(amount), currency),
                text(item, "method"),
                text(item, "last4"),
                text(item, "reason"),
                text(item, "idempotencyKey"),
                text(item, "fingerprint"),
                text(item, "attempt"),
                leaseUntil == null ? Instant.EPOCH : leaseUntil,
                instant(item, "capturedAt"),
                instant(item, "voidedAt"));
    }

    static AttributeValue instant(Instant instant) {
        return AttributeValue.fromN(Long.toString(instant.toEpochMilli()));
    }

    private static void put(Map<String, AttributeValue> item, String name, @Nullable String value) {
        if (value != null) {
            item.put(name, AttributeValue.fromS(value));
        }
    }

    private static String required(Map<String, AttributeValue> item, String name) {
        String value = text(item, name);
        if (value == null) {
            throw new IllegalStateException("A payment in the table has no attribute " + name);
        }
        return value;
    }

    private static @Nullable String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? null : value.s();
    }

    private static @Nullable String number(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? null : value.n();
    }

    private static @Nullable Instant instant(Map<String, AttributeValue> item, String name) {
        String millis = number(item, name);
        return millis == null ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
