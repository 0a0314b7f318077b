package com.anycompany.shop.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkouts that don't lead directly to the confirmation. */
class CheckoutTests extends WholeStorefront {

    @ParameterizedTest
    @CsvSource({
        "4000000000000002, Your payment was declined",
        "4000000000009995, There isn’t enough money",
        "4000000000000069, This card has expired"
    })
    void declinedCard_isExplained_andAnotherOneMayBeTried(String card, String explanation) {
        Browser.Page first = checkout();
        Browser.Page declined = placeOrder(first, entries(card));
        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.textOf("#problems")).startsWith(explanation);
        assertThat(key(declined)).isNotEqualTo(key(first));

        assertThat(placeOrder(declined, entries(OK_CARD)).find("[data-status]").attr("data-status"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void processorTimeout_showsAPendingOrder_thatLooksAgain() {
        Browser.Page pending = placeOrder(checkout(), entries("4000000000000341"));
        assertThat(pending.textOf("h1")).isEqualTo("We’re checking your payment");
        assertThat(pending.find("[data-status]").attr("data-status")).isEqualTo("PENDING");
        assertThat(pending.response().header("Refresh")).isEqualTo("4");
    }

    @Test
    void cartOfAnOrderThatIsUnderWay_leadsToThatOrder() {
        Browser.Page pending = placeOrder(checkout(), entries("4000000000000341"));

        Browser.Page again = placeOrder(browser.open("/checkout"), entries(OK_CARD));

        assertThat(again.path()).isEqualTo(pending.path());
        assertThat(again.textOf(".notice")).startsWith("What is in your cart is being bought by this order");
    }

    @Test
    void walletNeedsNoCard() {
        Map<String, String> entries = entries("");
        entries.putAll(Map.of("method", "anypay", "walletAccount", "ana@example.com", "cardExpiry", "", "cardCvc", ""));
        Browser.Page order = placeOrder(checkout(), entries);
        assertThat(order.textOf("h1")).isEqualTo("Thank you, it’s ordered");
        assertThat(order.text()).contains("Wallet");
    }

    @Test
    void badEntries_areNamed_kept_andLinked_butTheCardIsForgotten() {
        Map<String, String> entries = entries("4111 1111 111");
        entries.putAll(Map.of("email", "ana@", "city", " ", "cardExpiry", "01/20"));
        Browser.Page again = placeOrder(checkout(), entries);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html().select("#problems a").eachAttr("href"))
                .containsExactly("#email", "#city", "#cardNumber", "#cardExpiry");
        assertThat(again.find("#email").val()).isEqualTo("ana@");
        assertThat(again.find("#email").attr("aria-describedby")).isEqualTo("email-error");
        assertThat(again.find("#name").val()).isEqualTo("Ana Carolina Silva");
        assertThat(again.html().outerHtml()).doesNotContain("4111 1111 111", "41111111111", "\"123\"");
        assertThat(NEIGHBOURS.orders.calls()).isEmpty();

        assertThat(placeOrder(again, entries(OK_CARD)).path()).startsWith("/orders/");
    }

    @Test
    void cardNumberThatPaymentserviceRejects_isNamed() {
        Browser.Page first = checkout();
        Browser.Page again = placeOrder(first, entries("4242424242424241"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html().select("#problems a").eachAttr("href")).containsExactly("#cardNumber");
        assertThat(again.html().outerHtml()).doesNotContain("4242424242424241", "\"123\"");
        assertThat(key(again)).isNotEqualTo(key(first));
    }

    @Test
    void mistypedCard_canBeCorrected_andTheHistoryTellsBothAttemptsApart() {
        Browser.Page again = placeOrder(checkout(), entries("4242424242424241"));
        assertThat(again.find("#email").val()).isEqualTo("ana@example.com");

        Browser.Page order = placeOrder(again, entries(OK_CARD));
        assertThat(order.find("[data-status]").attr("data-status")).isEqualTo("CONFIRMED");

        Browser.Page history = browser.open("/orders");
        assertThat(history.html().select(".order-row .state").eachText()).containsExactly("Confirmed", "Declined");
        assertThat(history.html().select(".order-row").get(1).text()).contains("The payment details weren’t valid.");
        assertThat(browser.open("/cart").textOf(".badge")).isEqualTo("0");
    }

    @Test
    void doubleClick_isOneOrder() {
        int before = NEIGHBOURS.orders.all().size();
        Browser.Page page = checkout();
        List<String> paths = List.of(1, 2).stream()
                .map(click -> CompletableFuture.supplyAsync(() -> placeOrder(page, entries(OK_CARD))))
                .toList()
                .stream()
                .map(order -> order.join().path())
                .toList();

        assertThat(paths.get(0)).startsWith("/orders/").isEqualTo(paths.get(1));
        assertThat(NEIGHBOURS.orders.all()).hasSize(before + 1);
    }

    @Test
    void backButtonAfterTheOrder_leadsToTheSameOrder_orTellsThatTheFormIsUsed() {
        Browser.Page page = checkout();
        String order = placeOrder(page, entries(OK_CARD)).path();

        assertThat(placeOrder(page, entries(OK_CARD)).path()).isEqualTo(order);

        Map<String, String> changed = entries(OK_CARD);
        changed.put("city", "Elsewhere");
        Browser.Page orders = placeOrder(page, changed);
        assertThat(orders.path()).isEqualTo("/orders");
        assertThat(orders.textOf(".notice")).startsWith("That form had already been sent");

        Browser.Page fresh = browser.open("/checkout");
        assertThat(fresh.path()).isEqualTo("/cart");
        assertThat(fresh.textOf(".notice")).startsWith("There is nothing in your cart");
    }

    @Test
    void changedPrice_isShownBeforeAnythingIsOrdered() {
        Browser.Page page = checkout();
        NEIGHBOURS.catalog.setPrice(SPEAKER, "70.00");
        try {
            Browser.Page again = placeOrder(page, entries(OK_CARD));
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.textOf("#problems")).startsWith("A price has changed");
            assertThat(again.textOf("#total")).isEqualTo("$70.00");
            assertThat(placeOrder(again, entries(OK_CARD)).textOf("#total")).isEqualTo("$70.00");
        } finally {
            NEIGHBOURS.catalog.setPrice(SPEAKER, "64.90");
        }
    }

    @Test
    void productThatIsNoLongerSold_isNamedInTheCart_andCanBeRemoved() {
        Browser.Page page = checkout();
        Map<String, Object> gone = NEIGHBOURS.catalog.remove(SPEAKER);
        try {
            Browser.Page cart = placeOrder(page, entries(OK_CARD));
            assertThat(cart.path()).isEqualTo("/cart");
            assertThat(cart.textOf(".line")).contains("no longer sold");
            assertThat(cart.html().select("a[href=/checkout]")).isEmpty();
            assertThat(browser.open("/checkout").path()).isEqualTo("/cart");
            assertThat(browser.submit(cart, "form[action$=/remove]", Map.of()).text())
                    .contains("Your cart is empty");
        } finally {
            NEIGHBOURS.catalog.putBack(gone);
        }
    }

    @Test
    void expiredToken_isExplained_andTheCartIsKept() {
        Browser.Page rejected = browser.submitWithoutToken(checkout(), "form[action=/checkout]", entries(OK_CARD));
        assertThat(rejected.status()).isEqualTo(403);
        assertThat(rejected.textOf("h1")).isEqualTo("That page had been open too long");
        assertThat(browser.open(rejected.find("main a.button").attr("href"))
                        .html()
                        .select(".line"))
                .hasSize(1);
    }

    @Test
    void anotherShoppersOrder_doesNotExist() {
        String order = placeOrder(checkout(), entries(OK_CARD)).path();
        browser = newBrowser();
        assertThat(browser.open(order).status()).isEqualTo(404);
        assertThat(browser.open("/orders").text()).contains("No orders yet");
    }

    @Test
    void formOfNoCheckoutPage_ordersNothing() {
        Map<String, String> entries = entries(OK_CARD);
        entries.put("idempotencyKey", "not a key!");
        Browser.Page again = placeOrder(checkout(), entries);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.textOf("#problems")).startsWith("This form was out of date");
        assertThat(key(again)).hasSize(36);
    }

    private static String key(Browser.Page checkout) {
        return checkout.find("[name=idempotencyKey]").val();
    }
}
