package com.anycompany.shop.order.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** How the shopper pays; passed on to the payment service and never kept. */
@DetailsForMethod
public record PaymentDetails(
        @NotNull(message = "is missing: choose card, anypay or pocket")
        @Pattern(regexp = "card|anypay|pocket", message = "must be card, anypay or pocket")
        String method,

        @Valid @Nullable Card card,
        @Valid @Nullable Wallet wallet) {

    public static final String CARD = "card";

    /** The last four digits of the card that is used, null for wallets. */
    @Nullable
    public String last4() {
        return CARD.equals(method) && card != null ? card.number().last4() : null;
    }
}
