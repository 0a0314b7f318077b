package com.anycompany.shop.frontend.checkout;

/** The payment fields of the checkout form; those of the card are empty if a wallet pays, and the other way round. */
record PaymentFields(
        String method, String cardNumber, String cardExpiry, String cardCvc, String cardHolder, String walletAccount) {

    boolean isCard() {
        return method.equals(PaymentMethod.CARD.id());
    }

    NewOrder.Payment toPayment() {
        return isCard()
                ? new NewOrder.Payment(method, new NewOrder.Card(cardNumber, cardExpiry, cardCvc, cardHolder), null)
                : new NewOrder.Payment(method, null, new NewOrder.Wallet(walletAccount));
    }

    /** Without the card, which must not be logged. */
    @Override
    public String toString() {
        return "PaymentFields[method=" + method + "]";
    }
}
