package com.anycompany.shop.payment.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one payment of an order. One that was voided before it was requested (a tombstone) has neither charge nor attempt. */
record Payment(
        PaymentId id,
        OrderId orderId,
        PaymentStatus status,
        @Nullable Charge charge,
        @Nullable Attempt attempt,
        @Nullable String reason,
        @Nullable Instant capturedAt,
        @Nullable Instant voidedAt) {

    /** A payment that is about to be requested from the processor. */
    static Payment authorizing(OrderId order, Charge charge, Attempt attempt) {
        return new Payment(PaymentId.of(order), order, PaymentStatus.AUTHORIZING, charge, attempt, null, null, null);
    }

    /** Until when the latest attempt has the payment to itself. */
    Instant leaseUntil() {
        return attempt == null ? Instant.EPOCH : attempt.leaseUntil();
    }

    /** Amount and method, and the request that they came with. */
    record Charge(Money amount, String method, @Nullable String last4, IdempotencyKey key, String fingerprint) {

        static Charge of(PaymentRequest request, IdempotencyKey key) {
            return new Charge(request.amount(), request.method(), request.last4(), key, Fingerprint.of(request));
        }
    }

    /** Request to the processor, and the lease under which it is made. */
    record Attempt(String id, Instant leaseUntil) {}
}
