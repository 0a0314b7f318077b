package com.anycompany.shop.payment.payment;

import com.anycompany.service.spring.dynamodb.ItemReader;
import com.anycompany.service.spring.dynamodb.ItemWriter;
import com.anycompany.shop.payment.payment.Payment.Attempt;
import com.anycompany.shop.payment.payment.Payment.Charge;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Item of a payment in DynamoDB; instants are epoch milliseconds, amounts are numbers, and an absent attribute means null. */
final class PaymentItem {

    private PaymentItem() {}

    /** The item of a payment that begins. */
    static Map<String, AttributeValue> write(Payment payment, Charge charge, Attempt attempt) {
        return new ItemWriter()
                .text("id", payment.id().value())
                .text("orderId", payment.orderId().value())
                .text("status", payment.status().name())
                .decimal("amount", charge.amount().amount())
                .text("currency", charge.amount().currency())
                .text("method", charge.method())
                .text("last4", charge.last4())
                .text("idempotencyKey", charge.key().value())
                .text("fingerprint", charge.fingerprint())
                .text("attempt", attempt.id())
                .millis("leaseUntil", attempt.leaseUntil())
                .item();
    }

    static Payment read(Map<String, AttributeValue> attributes) {
        ItemReader item = ItemReader.of(attributes);
        return new Payment(
                new PaymentId(item.text("id")),
                new OrderId(item.text("orderId")),
                PaymentStatus.valueOf(item.text("status")),
                item.has("amount") ? readCharge(item) : null,
                item.has("attempt") ? new Attempt(item.text("attempt"), item.millis("leaseUntil")) : null,
                item.optionalText("reason").orElse(null),
                optionalMillis(item, "capturedAt"),
                optionalMillis(item, "voidedAt"));
    }

    private static Charge readCharge(ItemReader item) {
        return new Charge(
                new Money(item.decimal("amount"), item.text("currency")),
                item.text("method"),
                item.optionalText("last4").orElse(null),
                new IdempotencyKey(item.text("idempotencyKey")),
                item.text("fingerprint"));
    }

    private static @Nullable Instant optionalMillis(ItemReader item, String name) {
        return item.has(name) ? item.millis(name) : null;
    }
}
