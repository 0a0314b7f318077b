package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.cart.CartId;
import com.anycompany.shop.frontend.orders.Address;
import com.anycompany.shop.frontend.product.Money;
import com.anycompany.shop.frontend.web.ShopperId;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Request to orderservice for a new order; {@code expectedTotal} is the total that the shopper saw. */
record NewOrder(
        ShopperId shopperId,
        CartId cartId,
        String email,
        Address shippingAddress,
        Payment payment,
        Money expectedTotal) {

    /** Payment with a card, or with the wallet that {@code method} names. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Payment(
            String method, @Nullable Card card, @Nullable Wallet wallet) {}

    /** A card, which is passed on to orderservice and neither stored nor logged. */
    record Card(String number, String expiry, String cvc, String holder) {

        @Override
        public String toString() {
            return "Card[…]";
        }
    }

    /** An account of a wallet provider. */
    record Wallet(String account) {}
}
