package com.anycompany.shop.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What the order service asks for: this much, for this order, from this card or wallet. */
@DetailsForMethod
record PaymentRequest(
        @NotNull(message = "is missing: say which order is paid")
        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "must be 1 to 64 letters, digits, '-' or '_'")
        String orderId,

        @NotNull(message = "is missing: say how much is paid") @Valid
        Money amount,

        @NotNull(message = "is missing: choose card, anypay or pocket")
        @Pattern(regexp = "card|anypay|pocket", message = "must be card, anypay or pocket")
        String method,

        @Valid @Nullable Card card,
        @Valid @Nullable Wallet wallet) {

    static final String CARD = "card";

    /** The last four digits of the card that is used, null for wallets. */
    @Nullable
    String last4() {
        return CARD.equals(method) && card != null ? card.number().last4() : null;
    }
}
