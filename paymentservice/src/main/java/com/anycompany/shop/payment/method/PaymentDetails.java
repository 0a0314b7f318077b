package com.anycompany.shop.payment.method;

import org.jspecify.annotations.Nullable;

/** Payment method with the card or wallet that it needs. */
public interface PaymentDetails {

    String CARD = "card";

    /** Card, or the name of a wallet provider. */
    String method();

    @Nullable
    Card card();

    @Nullable
    Wallet wallet();

    /** The last four digits of the card that is used; null for wallets. */
    default @Nullable String last4() {
        Card card = card();
        return CARD.equals(method()) && card != null ? card.number().last4() : null;
    }
}
