package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.orders.Address;
import java.util.Map;

/** The fields of the checkout form as a shopper filled them in: stripped of spaces, and empty where nothing was sent. */
record CheckoutForm(String email, Address address, PaymentFields payment) {

    /** The form before anything is filled in. */
    static CheckoutForm blank() {
        return of(Map.of("country", "US", "method", PaymentMethod.CARD.id()));
    }

    /** Reads the form from request parameters. */
    static CheckoutForm of(Map<String, String> parameters) {
        Fields fields = new Fields(parameters);
        return new CheckoutForm(
                fields.get("email"),
                new Address(
                        fields.get("name"),
                        fields.get("street"),
                        fields.get("city"),
                        fields.get("country").equals(UsStates.COUNTRY) ? fields.get("state") : null,
                        fields.get("postalCode"),
                        fields.get("country")),
                new PaymentFields(
                        fields.get("method"),
                        fields.get("cardNumber").replaceAll("[ -]", ""),
                        fields.get("cardExpiry").replace(" ", ""),
                        fields.get("cardCvc"),
                        fields.get("cardHolder"),
                        fields.get("walletAccount")));
    }

    /** Only what is safe to log. */
    @Override
    public String toString() {
        return "CheckoutForm[" + payment + "]";
    }

    private record Fields(Map<String, String> parameters) {

        String get(String name) {
            return parameters.getOrDefault(name, "").strip();
        }
    }
}
