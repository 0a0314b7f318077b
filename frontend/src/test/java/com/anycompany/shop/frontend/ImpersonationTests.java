package com.anycompany.shop.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Nothing that the storefront writes into traces, logs and requests lets a reader become a shopper. */
@ExtendWith(OutputCaptureExtension.class)
class ImpersonationTests extends WholeStorefront {

    @Test
    void nothingInTracesLogsAndRequests_opensTheShoppersCartOrOrders(CapturedOutput log) {
        DAEMON.forget();
        Browser.Page confirmed = placeOrder(checkout(), entries(OK_CARD));
        addToCart(SPEAKER, 1);
        placeOrder(browser.open("/checkout"), entries("4000000000000341"));
        Browser.Page page = browser.open("/orders");
        assertThat(page.html().select(".order-row")).hasSize(2);
        DAEMON.segmentOf(page.textOf("#trace-id"));

        Set<String> found = wordsIn(DAEMON.documents() + log.getAll());
        NEIGHBOURS.all().forEach(service -> found.addAll(wordsIn(service.calls() + " " + service.bodies())));
        assertThat(found).as("what was collected").contains(browser.shopperId(), confirmed.textOf("#order-id"));
        assertThat(found).doesNotContain(browser.cookie("shopper"));

        for (String word : found) {
            Browser thief = newBrowser();
            assertThat(thief.openWithCookie(confirmed.path(), "shopper", word).status())
                    .as("the order's page with the cookie %s", word)
                    .isEqualTo(404);
            Browser.Page cart = newBrowser().openWithCookie("/cart", "shopper", word);
            assertThat(cart.textOf(".badge"))
                    .as("the cart with the cookie %s", word)
                    .isEqualTo("0");
        }
    }

    @Test
    void orderEndsTheSecretThatItWasPlacedWith_andTheHistoryIsKept() {
        Browser.Page checkout = checkout();
        String before = browser.cookie("shopper");
        Browser.Page first = placeOrder(checkout, entries(OK_CARD));
        assertThat(browser.cookie("shopper")).isNotEqualTo(before).endsWith("~" + before);

        addToCart(SPEAKER, 1);
        Browser.Page second = placeOrder(browser.open("/checkout"), entries(OK_CARD));

        assertThat(browser.open("/orders").html().select(".order-row")).hasSize(2);
        assertThat(browser.open(first.path()).status()).isEqualTo(200);
        assertThat(newBrowser().openWithCookie(first.path(), "shopper", before).status())
                .isEqualTo(200);
        assertThat(newBrowser().openWithCookie(second.path(), "shopper", before).status())
                .as("the later order, with the secret of before the first one")
                .isEqualTo(404);
    }

    @Test
    void pendingOrder_keepsTheSecret_sinceTheCartIsStillNeeded() {
        Browser.Page checkout = checkout();
        String before = browser.cookie("shopper");

        placeOrder(checkout, entries("4000000000000341"));

        assertThat(browser.cookie("shopper")).isEqualTo(before);
        assertThat(browser.open("/cart").html().select(".line")).hasSize(1);
    }

    @Test
    void cookieOfAnEarlierVersion_isReplaced_andItsCartStaysClosed() {
        String old = "5f7f8b0e-3c1b-4b0f-9a57-1c2d3e4f5a6b";
        NEIGHBOURS.carts.items(old).put(SPEAKER, 3);

        Browser.Page cart = browser.openWithCookie("/cart", "shopper", old);

        assertThat(cart.status()).isEqualTo(200);
        assertThat(cart.textOf(".badge")).isEqualTo("0");
        assertThat(cart.response().header("Set-Cookie")).startsWith("shopper=").doesNotContain(old);
    }

    /** Whatever may be a value: the longest runs of characters that cookies and ids consist of. */
    private static Set<String> wordsIn(String text) {
        return List.of(text.split("[^A-Za-z0-9._~-]+")).stream()
                .filter(word -> word.length() >= 8)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
