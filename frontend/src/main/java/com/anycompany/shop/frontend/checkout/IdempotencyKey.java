package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.web.IdFormat;
import java.util.UUID;

/** Idempotency key of a checkout form: orderservice makes at most one order for it. */
public record IdempotencyKey(String value) {

    public IdempotencyKey {
        IdFormat.requireValid(value);
    }

    static IdempotencyKey random() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    /** The bare value, as it stands in headers, addresses and forms. */
    @Override
    public String toString() {
        return value;
    }
}
