package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.orders.Address;
import com.anycompany.shop.frontend.product.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What orderservice is asked to do; {@code expectedTotal} is what the shopper agreed to pay. */
public record NewOrder(
        String shopperId, String cartId, String email, Address shippingAddress, Payment payment, Money expectedTotal) {

    /** How the shopper pays: by {@code card}, or with the wallet that {@code method} names. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Payment(
            String method, @Nullable Card card, @Nullable Wallet wallet) {}

    /** Passed on and forgotten. */
    public record Card(String number, String expiry, String cvc, String holder) {

        @Override
        public String toString() {
            return "Card[…]";
        }
    }

    /** An account of a wallet provider. */
    public record Wallet(String account) {}
}
