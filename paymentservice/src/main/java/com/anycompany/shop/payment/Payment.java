package com.anycompany.shop.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one payment of an order. Its id follows from the order's, so that a second payment for the same order is the same
 * item, and is refused by DynamoDB itself.
 *
 * <p>{@code attempt} and {@code leaseUntil} belong to whoever talks to the processor right now; a payment voided before
 * it was ever asked for (a tombstone) has neither amount nor method.
 */
record Payment(
        String id,
        String orderId,
        PaymentStatus status,
        @Nullable Money amount,
        @Nullable String method,
        @Nullable String last4,
        @Nullable String reason,
        @Nullable String idempotencyKey,
        @Nullable String fingerprint,
        @Nullable String attempt,
        Instant leaseUntil,
        @Nullable Instant capturedAt,
        @Nullable Instant voidedAt) {

    static String idFor(String orderId) {
        return "pay-" + orderId;
    }
}
