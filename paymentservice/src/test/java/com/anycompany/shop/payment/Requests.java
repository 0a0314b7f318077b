package com.anycompany.shop.payment;

/** Requests as the order service sends them. */
final class Requests {

    private Requests() {}

    static String card(String orderId, String number) {
        return card(orderId, number, "12/39", "123");
    }

    static String card(String orderId, String number, String expiry, String cvc) {
        return """
                {"orderId":"%s","amount":{"amount":24.90,"currency":"USD"},"method":"card",
                 "card":{"number":"%s","expiry":"%s","cvc":"%s","holder":"Ada Lovelace"}}""".formatted(orderId, number, expiry, cvc);
    }

    static String wallet(String orderId, String account) {
        return """
                {"orderId":"%s","amount":{"amount":24.9,"currency":"USD"},"method":"anypay",
                 "wallet":{"account":"%s"}}""".formatted(orderId, account);
    }
}
