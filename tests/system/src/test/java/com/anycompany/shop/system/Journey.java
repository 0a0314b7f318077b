package com.anycompany.shop.system;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The way from the home page to an order, as one shopper without a browser goes it. */
final class Journey {

    static final String ACCEPTED_CARD = "4242424242424242";
    static final String DECLINED_CARD = "4000000000000002";

    /** Its processor answers nothing, and is given up after a second: an order that is under way for so long. */
    static final String SILENT_CARD = "4000000000000341";

    static final String WITHDRAWAL = "main form[action=/checkout/placing]";

    private static final String PRODUCT_LINK = "main a[href^=/products/]";
    private static final String CHECKOUT_FORM = "main form[action=/checkout]";

    private final HttpShopper shopper;

    Journey(Shop shop) {
        this(new HttpShopper(shop.url()));
    }

    Journey(HttpShopper shopper) {
        this.shopper = shopper;
    }

    Answer home() throws IOException {
        return shopper.open("/");
    }

    Answer category(Answer home) throws IOException {
        return shopper.open(home.page().expectFirst("a[href*=category=]").attr("href"));
    }

    Answer search(Answer home, String word) throws IOException {
        return shopper.submit(home, "form[role=search]", Map.of("query", word));
    }

    /** The first product that a list shows. */
    Answer product(Answer list) throws IOException {
        return shopper.open(list.page().expectFirst(PRODUCT_LINK).attr("href"));
    }

    Answer addToCart(Answer product, int quantity) throws IOException {
        return shopper.submit(product, "main form[action=/cart/items]", Map.of("quantity", Integer.toString(quantity)));
    }

    Answer cart() throws IOException {
        return shopper.open("/cart");
    }

    Answer changeQuantity(Answer cart, int quantity) throws IOException {
        return shopper.submit(
                cart, "main form:has(input[name=quantity])", Map.of("quantity", Integer.toString(quantity)));
    }

    Answer remove(Answer cart) throws IOException {
        return shopper.submit(cart, "main form[action$=/remove]", Map.of());
    }

    Answer checkout() throws IOException {
        return shopper.open("/checkout");
    }

    Answer placeOrder(Answer checkout, String card) throws IOException {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("email", "ana@example.com");
        answers.put("name", "Ana Example");
        answers.put("street", "100 Main Street");
        answers.put("city", "Anytown");
        answers.put("state", "WA");
        answers.put("postalCode", "98101");
        answers.put("country", "US");
        answers.put("method", "card");
        answers.put("cardNumber", card);
        answers.put("cardExpiry", "12/39");
        answers.put("cardCvc", "123");
        answers.put("cardHolder", "Ana Example");
        answers.put("walletAccount", "");
        return shopper.submit(checkout, CHECKOUT_FORM, answers);
    }

    /** What the page of an order without an answer does by itself when it has waited long enough. */
    Answer withdraw(Answer overdue) throws IOException {
        return shopper.submit(overdue, WITHDRAWAL, Map.of());
    }

    Answer open(String link) throws IOException {
        return shopper.open(link);
    }

    /** Up to the checkout page, with two of one product in the cart. */
    Answer toCheckout() throws IOException {
        addToCart(product(home()), 2);
        return checkout();
    }
}
