package com.anycompany.shop.payment.payment;

import com.anycompany.shop.payment.method.Card;
import com.anycompany.shop.payment.method.DetailsForMethod;
import com.anycompany.shop.payment.method.PaymentDetails;
import com.anycompany.shop.payment.method.Wallet;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Request body of a payment: this amount, for this order, from this card or wallet. */
@DetailsForMethod
record PaymentRequest(
        @NotNull(message = "is missing: say which order is paid")
        @Pattern(regexp = OrderId.REGEX, message = OrderId.RULE)
        String orderId,

        @NotNull(message = "is missing: say how much is paid") @Valid
        Money amount,

        @NotNull(message = "is missing: choose card, anypay or pocket")
        @Pattern(regexp = "card|anypay|pocket", message = "must be card, anypay or pocket")
        String method,

        @Valid @Nullable Card card,
        @Valid @Nullable Wallet wallet)
        implements PaymentDetails {

    OrderId order() {
        return new OrderId(orderId);
    }
}
