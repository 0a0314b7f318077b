package com.anycompany.shop.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.frontend.FakeService.Health;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages while a service is down, throttled or hanging: they say what is missing, show the rest, and are quick. */
class OutageTests extends WholeStorefront {

    private static final Duration NOTHING_TAKES_LONGER = Duration.ofSeconds(2);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UP", "FORGETTING"})
    void withoutRecommendations_theProductIsStillThere(Health health) {
        NEIGHBOURS.recommendations.is(health);
        Browser.Page product = soon(() -> browser.open("/products/" + SPEAKER));
        assertThat(product.status()).isEqualTo(200);
        assertThat(product.textOf("h1")).isEqualTo("Barrel Portable Speaker");
        assertThat(product.textOf(".degraded")).startsWith("Our suggestions are taking a break");
        assertThat(product.html().select("#recommendations")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UP", "FORGETTING"})
    void withoutCarts_productsCanBeLookedAt_butNotAdded(Health health) {
        NEIGHBOURS.carts.is(health);
        Browser.Page product = soon(() -> browser.open("/products/" + SPEAKER));
        assertThat(product.status()).isEqualTo(200);
        assertThat(product.textOf(".badge")).isEqualTo("–");

        Browser.Page sent = browser.submit(product, "form.buy", Map.of("quantity", "1"));
        assertThat(sent.path()).isEqualTo("/products/" + SPEAKER);
        assertThat(sent.textOf(".notice")).startsWith("We can’t reach your cart");

        Browser.Page cart = soon(() -> browser.open("/cart"));
        assertThat(cart.status()).isEqualTo(503);
        assertThat(cart.text()).contains("We can’t reach your cart right now");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UP", "FORGETTING"})
    void withoutTheCatalog_pagesAreShownAsTheyWereKnownLast_andSayFromWhen(Health health) {
        String category = "/products?category=audio";
        List.of("/", "/products", category, "/products/" + SPEAKER).forEach(browser::open);
        NEIGHBOURS.catalog.is(health);
        for (String path : new String[] {"/", "/products", category, "/products/" + SPEAKER}) {
            NEIGHBOURS.catalog.forget();
            Browser.Page page = soon(() -> browser.open(path));
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.textOf("#last-known")).contains("as it was less than a minute ago");
            assertThat(page.html().select(".departments a")).hasSize(7);
            assertThat(NEIGHBOURS.catalog.calls()).as("calls for " + path).isNotEmpty();
        }
        assertThat(browser.open("/products/" + SPEAKER).textOf(".price.big")).isEqualTo("$64.90");

        NEIGHBOURS.recover();
        assertThat(browser.open("/").html().select("#last-known")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UP", "FORGETTING"})
    void withoutTheCatalog_whatWasNeverSeen_isAnErrorPageWithTheTrace(Health health) {
        NEIGHBOURS.catalog.is(health);
        Browser.Page page = soon(() -> browser.open("/products?query=speaker"));
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("We can’t get at our shelves right now");
        assertThat(page.response().header("Retry-After")).isEqualTo("5");
        assertThat(page.textOf("#trace-id")).startsWith("1-");
    }

    @Test
    void withoutTheCatalog_aProductIsKnownFromTheListThatHadIt() {
        String product = NEIGHBOURS.catalog.ids().get(1);
        browser.open("/products");
        NEIGHBOURS.catalog.is(Health.DOWN);

        assertThat(browser.open("/products/" + product).html().select("#last-known"))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UP", "FORGETTING"})
    void withoutTheCatalog_theCartHasNoPrices_andNothingCanBeOrdered(Health health) {
        Browser.Page checkout = checkout();
        NEIGHBOURS.catalog.is(health);

        Browser.Page cart = soon(() -> browser.open("/cart"));
        assertThat(cart.status()).isEqualTo(200);
        assertThat(cart.textOf(".line-name")).isEqualTo("Barrel Portable Speaker");
        assertThat(cart.text())
                .contains("We can’t look up prices at the moment")
                .doesNotContain("$");
        assertThat(cart.html().select("a[href=/checkout]")).isEmpty();

        Browser.Page refused = soon(() -> browser.open("/checkout"));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text()).contains("We can’t look up prices right now", "Nothing was ordered");

        NEIGHBOURS.recover();
        assertThat(placeOrder(checkout, entries(OK_CARD)).textOf("h1")).isEqualTo("Thank you, it’s ordered");
    }

    @Test
    void withoutTheCatalog_productsCanBeTakenOutOfTheCart() {
        addToCart(SPEAKER, 1);
        NEIGHBOURS.catalog.is(Health.DOWN);

        Browser.Page cart = browser.submit(browser.open("/cart"), "form[action$=/remove]", Map.of());
        assertThat(cart.textOf(".empty-title")).isEqualTo("Your cart is empty");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UP", "OVERLOADED", "FORGETTING"})
    void orderWithoutAnswer_hasAPageThatLooksAgain_untilItIsWithdrawn(Health health) {
        Browser.Page checkout = checkout();
        NEIGHBOURS.orders.is(health);
        Browser.Page placing = soon(() -> placeOrder(checkout, entries(OK_CARD)));
        assertThat(placing.status()).isEqualTo(202);
        assertThat(placing.textOf("h1")).isEqualTo("Your order is being placed");
        assertThat(placing.text()).contains("This takes longer than usual", "your cart is kept");
        assertThat(placing.response().header("Refresh")).startsWith("2; url=/checkout/placing?key=");
        assertThat(placing.textOf(".badge")).isEqualTo("1");

        Browser.Page vain = soon(() -> browser.open(address(placing)));
        assertThat(vain.text()).contains("We can’t ask about your order at this moment");
        assertThat(address(vain)).isEqualTo(address(placing));

        NEIGHBOURS.recover();
        Browser.Page waiting = browser.open(address(placing));
        assertThat(waiting.text()).contains("This takes longer than usual");
        assertThat(address(waiting)).isEqualTo(address(placing));

        Browser.Page overdue = browser.open(longAgo(placing));
        assertThat(overdue.text()).contains("This took so long that we should give it up");
        assertThat(NEIGHBOURS.orders.calls())
                .as("a page that is looked at")
                .noneMatch(call -> call.startsWith("DELETE"));

        Browser.Page fresh = browser.submit(overdue, "form[action=/checkout/placing]", Map.of());
        assertThat(fresh.path()).isEqualTo("/checkout");
        assertThat(fresh.textOf(".notice")).contains("nothing was ordered and no money was taken");
        assertThat(placeOrder(checkout, entries(OK_CARD)).textOf("#problems"))
                .as("what still travels under the old key")
                .startsWith("That took too long");
        assertThat(placeOrder(fresh, entries(OK_CARD)).textOf("h1")).isEqualTo("Thank you, it’s ordered");
    }

    @Test
    void orderWhoseAnswerIsLost_isFoundByItsKey() {
        Browser.Page checkout = checkout();
        int before = NEIGHBOURS.orders.all().size();
        NEIGHBOURS.orders.is(Health.FORGETTING);
        Browser.Page placing = soon(() -> placeOrder(checkout, entries(OK_CARD)));
        assertThat(placing.textOf("h1")).isEqualTo("Your order is being placed");

        NEIGHBOURS.recover();
        for (String link : new String[] {address(placing), longAgo(placing)}) {
            Browser.Page order = browser.open(link);
            assertThat(order.path()).startsWith("/orders/");
            assertThat(order.textOf("h1")).isEqualTo("Thank you, it’s ordered");
        }
        assertThat(NEIGHBOURS.orders.all()).hasSize(before + 1);
    }

    @Test
    void strangerWhoKnowsTheAddress_cantGiveTheOrderUp() {
        Browser.Page checkout = checkout();
        NEIGHBOURS.orders.is(Health.THROTTLED);
        Browser.Page placing = soon(() -> placeOrder(checkout, entries(OK_CARD)));
        NEIGHBOURS.recover();

        Browser stranger = newBrowser();
        stranger.submit(stranger.open(longAgo(placing)), "form[action=/checkout/placing]", Map.of());

        assertThat(placeOrder(checkout, entries(OK_CARD)).textOf("h1")).isEqualTo("Thank you, it’s ordered");
    }

    @Test
    void unreachableOrderservice_isReportedAtOnce_andTheSameFormCanBeSentLater() {
        Browser.Page checkout = checkout();
        NEIGHBOURS.orders.leave();
        try {
            Browser.Page again = soon(() -> placeOrder(checkout, entries(OK_CARD)));
            assertNothingOrdered(again, checkout);
            NEIGHBOURS.orders.comeBack();
            assertThat(placeOrder(again, entries(OK_CARD)).textOf("h1")).isEqualTo("Thank you, it’s ordered");
        } finally {
            NEIGHBOURS.orders.comeBack();
        }
    }

    @Test
    void overloadedOrderservice_isReportedAtOnce_andTheSameFormCanBeSentLater() {
        Browser.Page checkout = checkout();
        NEIGHBOURS.orders.is(Health.OVERLOADED);
        Browser.Page again = soon(() -> placeOrder(checkout, entries(OK_CARD)));
        assertNothingOrdered(again, checkout);

        NEIGHBOURS.recover();
        assertThat(placeOrder(again, entries(OK_CARD)).textOf("h1")).isEqualTo("Thank you, it’s ordered");
    }

    @Test
    void declineWithoutACartToShow_leadsToTheOrder() {
        Browser.Page checkout = checkout();
        NEIGHBOURS.carts.is(Health.HANGING);
        Browser.Page told = placeOrder(checkout, entries("4000000000000002"));
        assertThat(told.path()).startsWith("/orders/");
        assertThat(told.textOf("h1")).isEqualTo("The payment was declined");
    }

    private static void assertNothingOrdered(Browser.Page again, Browser.Page checkout) {
        assertThat(again.status()).isEqualTo(503);
        assertThat(again.textOf("#problems")).startsWith("We can’t take orders at this moment");
        assertThat(again.find("[name=idempotencyKey]").val())
                .isEqualTo(checkout.find("[name=idempotencyKey]").val());
        assertThat(again.textOf(".badge")).isEqualTo("1");
    }

    private static String address(Browser.Page page) {
        String refresh = String.valueOf(page.response().header("Refresh"));
        String address = refresh.substring(refresh.indexOf("url=") + 4);
        assertThat(page.find("main .order-head a").attr("href")).isEqualTo(address);
        return address;
    }

    private static String longAgo(Browser.Page placing) {
        return address(placing).replaceAll("since=\\d+", "since=1000");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UP", "FORGETTING"})
    void withoutOrders_theHistorySaysSo(Health health) {
        NEIGHBOURS.orders.is(health);
        Browser.Page orders = soon(() -> browser.open("/orders"));
        assertThat(orders.status()).isEqualTo(503);
        assertThat(orders.text()).contains("We can’t look up your orders right now");
    }

    @Test
    void withEverythingHanging_noPageTakesLong() {
        NEIGHBOURS.all().forEach(service -> service.is(Health.HANGING));
        for (String path : new String[] {"/", "/products", "/products/" + SPEAKER}) {
            assertThat(soon(() -> browser.open(path)).status()).as(path).isIn(200, 503);
        }
        for (String path : new String[] {"/cart", "/checkout", "/orders"}) {
            assertThat(soon(() -> browser.open(path)).status()).as(path).isEqualTo(503);
        }
    }

    @Test
    void briefFailure_isTriedAgain() {
        NEIGHBOURS.catalog.failOnce();
        assertThat(browser.open("/products/" + SPEAKER).status()).isEqualTo(200);
        assertThat(NEIGHBOURS.catalog.calls()).hasSize(2);
    }

    /** Tries twice, so that a busy machine isn't taken for a slow page. */
    private static Browser.Page soon(Supplier<Browser.Page> visit) {
        long start = System.nanoTime();
        Browser.Page page = visit.get();
        if (since(start).compareTo(NOTHING_TAKES_LONGER) >= 0) {
            start = System.nanoTime();
            page = visit.get();
            assertThat(since(start)).isLessThan(NOTHING_TAKES_LONGER);
        }
        return page;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
