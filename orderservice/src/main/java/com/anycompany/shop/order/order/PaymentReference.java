package com.anycompany.shop.order.order;

import org.jspecify.annotations.Nullable;

/**
 * Payment that was captured or declined, as an order refers to it.
 *
 * @param last4 last four digits of the card; null for wallets
 */
public record PaymentReference(PaymentId id, @Nullable String last4) {}
