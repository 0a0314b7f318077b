package com.anycompany.shop.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contents of the tables, as far as the audit compares them. Amounts are in the shop's one currency.
 *
 * @param unreadable a sentence for each item that lacks what every such item has
 */
record TableContents(
        List<Order> orders,
        List<Submission> submissions,
        List<Payment> payments,
        List<Cart> carts,
        List<String> unreadable) {

    /**
     * An order.
     *
     * @param status PENDING, CANCELLING, CONFIRMED, DECLINED or CANCELLED
     * @param submission the key that placed it; null for orders from before it was kept
     * @param sumOfLines what its lines cost together
     * @param unfinished whether orderservice still has work to do for it
     */
    record Order(
            String id,
            String status,
            @Nullable String submission,
            String cartId,
            long cartVersion,
            BigDecimal total,
            BigDecimal sumOfLines,
            @Nullable String paymentId,
            Instant placedAt,
            boolean unfinished) {

        boolean isConfirmed() {
            return status.equals("CONFIRMED");
        }

        /** Whether its outcome isn't known yet. */
        boolean isOpen() {
            return status.equals("PENDING") || status.equals("CANCELLING");
        }
    }

    /** A key that a browser sent, and the order that it placed; null where the submission was withdrawn. */
    record Submission(String key, @Nullable String orderId) {}

    /** A payment; a tombstone has no amount. */
    record Payment(
            String id,
            String orderId,
            String status,
            @Nullable BigDecimal amount) {

        boolean isCaptured() {
            return status.equals("CAPTURED");
        }
    }

    /** A cart at its present version. */
    record Cart(String id, long version, int products) {}
}
