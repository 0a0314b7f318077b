package com.anycompany.shop.loadgenerator;

import java.util.LinkedHashMap;
import java.util.Map;

/** A way to pay, as the checkout form asks for it; the cards are the shop's documented test cards. */
enum Payment {
    CARD("card", "4242424242424242", ""),
    DECLINED_CARD("card", "4000000000000002", ""),
    ANYPAY("anypay", "", "shopper@example.com"),
    POCKET("pocket", "", "shopper@example.com");

    private final String method;
    private final String cardNumber;
    private final String account;

    Payment(String method, String cardNumber, String account) {
        this.method = method;
        this.cardNumber = cardNumber;
        this.account = account;
    }

    Map<String, String> answers(String holder) {
        boolean byCard = method.equals("card");
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("method", method);
        answers.put("cardNumber", cardNumber);
        answers.put("cardExpiry", byCard ? "12/39" : "");
        answers.put("cardCvc", byCard ? "123" : "");
        answers.put("cardHolder", byCard ? holder : "");
        answers.put("walletAccount", account);
        return answers;
    }
}
