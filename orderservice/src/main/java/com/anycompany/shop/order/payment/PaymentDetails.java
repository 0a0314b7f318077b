package com.anycompany.shop.order.payment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Payment method, and the card or wallet that it needs, for paymentservice alone: they are passed on, never stored and never
 * printed. Whether they are valid is known by paymentservice (docs/adr/036-cards-in-paymentservice-alone.md).
 */
public record PaymentDetails(
        @NotBlank(message = "is missing: choose how to pay")
        @Size(max = 20, message = "must be the name of a payment method")
        String method,

        @Nullable OpaqueJson card,
        @Nullable OpaqueJson wallet) {}
