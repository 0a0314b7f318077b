package com.anycompany.shop.frontend.checkout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The payment methods that orderservice accepts. */
enum PaymentMethod {
    CARD,
    ANYPAY,
    POCKET;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PaymentMethod> withId(String id) {
        return Arrays.stream(values()).filter(method -> method.id().equals(id)).findFirst();
    }
}
