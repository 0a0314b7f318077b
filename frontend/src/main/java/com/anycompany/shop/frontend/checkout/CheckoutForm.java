package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.orders.Address;
import org.jspecify.annotations.Nullable;

/** What a shopper typed at the checkout: trimmed, and empty where nothing came. */
record CheckoutForm(
        String email,
        String name,
        String street,
        String city,
        String postalCode,
        String country,
        String method,
        String cardNumber,
        String cardExpiry,
        String cardCvc,
        String cardHolder,
        String walletAccount) {

    @SuppressWarnings("ConstantValue") // Spring binds what didn't come as null
    CheckoutForm {
        email = trimmed(email);
        name = trimmed(name);
        street = trimmed(street);
        city = trimmed(city);
        postalCode = trimmed(postalCode);
        country = trimmed(country);
        method = trimmed(method);
        cardNumber = trimmed(cardNumber).replaceAll("[ -]", "");
        cardExpiry = trimmed(cardExpiry).replace(" ", "");
        cardCvc = trimmed(cardCvc);
        cardHolder = trimmed(cardHolder);
        walletAccount = trimmed(walletAccount);
    }

    static CheckoutForm blank() {
        return new CheckoutForm("", "", "", "", "", "US", PaymentMethod.CARD.id(), "", "", "", "", "");
    }

    boolean paysByCard() {
        return method.equals(PaymentMethod.CARD.id());
    }

    Address address() {
        return new Address(name, street, city, postalCode, country);
    }

    NewOrder.Payment payment() {
        return paysByCard()
                ? new NewOrder.Payment(method, new NewOrder.Card(cardNumber, cardExpiry, cardCvc, cardHolder), null)
                : new NewOrder.Payment(method, null, new NewOrder.Wallet(walletAccount));
    }

    /** Without the card, which must not get into a log. */
    @Override
    public String toString() {
        return "CheckoutForm[method=" + method + "]";
    }

    private static String trimmed(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
