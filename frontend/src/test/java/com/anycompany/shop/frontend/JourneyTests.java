package com.anycompany.shop.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A shopper's way through the shop when everything works. */
class JourneyTests extends WholeStorefront {

    @Test
    void fromTheHomePageToTheConfirmation() {
        Browser.Page home = browser.open("/");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.html().select(".grid .card")).hasSize(8);
        assertThat(home.html().select(".tile")).hasSize(6);

        Browser.Page found = browser.submit(home, "form.search", Map.of("query", "barrel"));
        assertThat(found.textOf("h1")).isEqualTo("Results for “barrel”");
        assertThat(found.html().select("main .card-name")).hasSize(1);

        Browser.Page product = browser.open(found.find("main .card-name a").attr("href"));
        assertThat(product.textOf("h1")).isEqualTo("Barrel Portable Speaker");
        assertThat(product.textOf(".price.big")).isEqualTo("$64.90");
        assertThat(product.textOf("#recommendations-title")).isEqualTo("Often bought together");
        assertThat(product.html().select("#recommendations .card")).hasSize(4);

        Browser.Page added = browser.submit(product, "form.buy", Map.of("quantity", "2"));
        assertThat(added.path()).isEqualTo(product.path());
        assertThat(added.textOf("[role=status]")).isEqualTo("Added to your cart. Go to your cart");
        assertThat(added.textOf(".badge")).isEqualTo("2");

        Browser.Page cart = browser.open(added.find("[role=status] a").attr("href"));
        assertThat(cart.path()).isEqualTo("/cart");
        assertThat(cart.html().select(".notice")).isEmpty();
        assertThat(cart.textOf("#total")).isEqualTo("$129.80");
        assertThat(cart.textOf(".badge")).isEqualTo("2");

        Browser.Page changed = browser.submit(cart, "form.quantity", Map.of("quantity", "3"));
        assertThat(changed.textOf("#total")).isEqualTo("$194.70");

        Browser.Page order = placeOrder(browser.open("/checkout"), entries(OK_CARD));
        assertThat(order.path()).startsWith("/orders/");
        assertThat(order.find("[data-status]").attr("data-status")).isEqualTo("CONFIRMED");
        assertThat(order.textOf("#total")).isEqualTo("$194.70");
        assertThat(order.text())
                .contains("Card ending in 4242", "United States", "November 23, 2026, 09:30 UTC", "Anytown, WA 98101");
        assertThat(order.find("time").attr("datetime")).isEqualTo("2026-11-23T09:30:00Z");
        assertThat(order.textOf(".badge")).isEqualTo("0");

        assertThat(browser.open("/orders").html().select(".order-row")).hasSize(1);
    }

    @Test
    void quantityOfZeroAndTheRemoveButton_takeTheLineOut() {
        Browser.Page cart = addToCart(SPEAKER, 2);
        assertThat(browser.submit(cart, "form.quantity", Map.of("quantity", "0"))
                        .textOf(".empty-title"))
                .isEqualTo("Your cart is empty");

        Browser.Page full = addToCart(SPEAKER, 2);
        assertThat(browser.submit(full, "form[action$=/remove]", Map.of()).textOf(".empty-title"))
                .isEqualTo("Your cart is empty");
    }

    @Test
    void addingTwice_addsUp_upTo99() {
        addToCart(SPEAKER, 60);
        assertThat(addToCart(SPEAKER, 60)
                        .find("form.quantity input[name=quantity]")
                        .val())
                .isEqualTo("99");
    }

    @Test
    void addingTwiceAtOnce_addsBoth() {
        for (int round = 1; round <= 30; round++) {
            Browser.Page product = browser.open("/products/" + SPEAKER);
            List.of(1, 2).stream()
                    .map(tab -> CompletableFuture.runAsync(
                            () -> browser.submit(product, "form.buy", Map.of("quantity", "1"))))
                    .toList()
                    .forEach(CompletableFuture::join);

            assertThat(browser.open("/cart").textOf(".badge")).isEqualTo(Integer.toString(2 * round));
        }
    }

    @Test
    void additionWhoseAnswerIsLost_isSentAgain_andAddsOnce() {
        Browser.Page product = browser.open("/products/" + SPEAKER);
        NEIGHBOURS.carts.forgetOnce();
        assertThat(browser.submit(product, "form.buy", Map.of("quantity", "2")).textOf(".badge"))
                .isEqualTo("2");
    }

    @Test
    void productsAreShownSomeAtATime() {
        Browser.Page first = browser.open("/products");
        assertThat(first.html().select("main .card")).hasSize(12);
        assertThat(first.html().select(".pages a").eachText()).containsExactly("1", "2");
        assertThat(first.textOf(".pages [aria-current=page]")).isEqualTo("1");

        Browser.Page second = browser.open(first.find("a[rel=next]").attr("href"));
        assertThat(second.html().select("main .card")).hasSize(12);
        assertThat(second.html().select("a[rel=next]")).isEmpty();
    }

    @Test
    void pageBeyondTheLast_leadsToTheLast() {
        Browser.Page last = browser.open("/products?page=999");
        assertThat(last.path()).isEqualTo("/products");
        assertThat(last.textOf(".pages [aria-current=page]")).isEqualTo("2");
        assertThat(last.html().select("main .card")).hasSize(12);
    }

    @Test
    void list_isSortedAndNarrowedByPrice_onItsOtherPages_too() {
        Browser.Page dearest = browser.submit(browser.open("/products"), "form.refine", Map.of("sort", "-price"));
        assertThat(pricesOf(dearest)).hasSize(12).isSortedAccordingTo(Comparator.reverseOrder());
        Browser.Page second = browser.open(dearest.find("a[rel=next]").attr("href"));
        assertThat(pricesOf(second)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(pricesOf(second).get(0))
                .isLessThanOrEqualTo(pricesOf(dearest).get(11));
        assertThat(second.find("#sort option[selected]").val()).isEqualTo("-price");

        Browser.Page audio = browser.submit(
                browser.open("/products?category=audio"), "form.refine", Map.of("from", "70", "to", "$ 60"));
        assertThat(audio.textOf("h1")).isEqualTo("Audio");
        assertThat(pricesOf(audio)).containsExactly(new BigDecimal("64.90"));
        assertThat(audio.find("#from").val()).isEqualTo("60");
        assertThat(browser.open(audio.find(".refine-reset").attr("href")).html().select("main .card"))
                .hasSize(4);
    }

    @Test
    void searchWithinPrices_thatFindsNothing_offersAllPrices() {
        Browser.Page none = browser.open("/products?query=barrel&to=5");
        assertThat(none.textOf(".empty-title")).isEqualTo("Nothing at these prices");
        assertThat(browser.open(none.find(".empty a").attr("href")).html().select("main .card"))
                .hasSize(1);
    }

    @Test
    void priceThatCantBeRead_isExplainedAtItsField() {
        Browser.Page page = browser.open("/products?from=cheap");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.textOf("#price-error")).startsWith("Enter prices such as 20 or 49.90");
        assertThat(page.find("#from").val()).isEqualTo("cheap");
        assertThat(page.find("#from").attr("aria-describedby")).isEqualTo("price-error");
        assertThat(page.html().select("main .card")).hasSize(12);
    }

    private static List<BigDecimal> pricesOf(Browser.Page list) {
        return list.html().select("main .card .price").eachText().stream()
                .map(price -> new BigDecimal(price.replaceAll("[$,]", "")))
                .toList();
    }

    @Test
    void additionFromAPageThatIsTooOld_isNotMade_butOfferedAgain() {
        Browser.Page old = browser.open("/products/" + SPEAKER);
        browser = newBrowser();

        Browser.Page refused = browser.submit(old, "form.buy", Map.of("quantity", "3"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.textOf(".offer p")).isEqualTo("Barrel Portable Speaker × 3");
        assertThat(browser.open("/cart").textOf(".badge")).isEqualTo("0");

        Browser.Page added = browser.submit(refused, "form.offer", Map.of());
        assertThat(added.path()).isEqualTo("/products/" + SPEAKER);
        assertThat(added.textOf(".badge")).isEqualTo("3");
    }

    @Test
    void unknownCategory_isNotFound() {
        assertThat(browser.open("/products?category=boats").status()).isEqualTo(404);
    }

    @Test
    void product_tellsWhereItStands_andWhatItIs() {
        Browser.Page product = browser.open("/products/" + SPEAKER);
        assertThat(product.html().select(".breadcrumbs li").eachText())
                .containsExactly("Home", "Everything", "Audio", "Barrel Portable Speaker");
        assertThat(product.find("meta[name=description]").attr("content")).startsWith("A splash-proof barrel");
        assertThat(product.find("meta[property=og:title]").attr("content")).isEqualTo("Barrel Portable Speaker");
        assertThat(browser.open("/products?category=audio")
                        .find("meta[name=description]")
                        .attr("content"))
                .startsWith("Audio at AnyCompany Shop");
    }

    @Test
    void stepsBesideTheQuantity_changeItByOne() {
        Browser.Page cart = addToCart(SPEAKER, 1);
        assertThat(cart.find("button[aria-label^=One less]").hasAttr("disabled"))
                .isTrue();
        assertThat(cart.find("button[aria-label^=One more]").val()).isEqualTo("2");
        Browser.Page more = addToCart(SPEAKER, 98);
        assertThat(more.find("button[aria-label^=One more]").hasAttr("disabled"))
                .isTrue();
        assertThat(more.find("button[aria-label^=One less]").val()).isEqualTo("98");
    }

    @Test
    void category_isMarkedInTheNavigation() {
        Browser.Page audio = browser.open("/products?category=audio");
        assertThat(audio.textOf("h1")).isEqualTo("Audio");
        assertThat(audio.textOf(".departments [aria-current=page]")).isEqualTo("Audio");
        assertThat(audio.html().select("main .card")).hasSize(4);
    }

    @Test
    void searchWithoutResults_saysSo() {
        assertThat(browser.open("/products?query=unobtainium").textOf(".empty-title"))
                .isEqualTo("Nothing here by that name");
    }

    @Test
    void filesThatBrowsersAndRobotsAskFor_areThere() {
        assertThat(browser.open("/robots.txt").status()).isEqualTo(200);
        assertThat(browser.open("/favicon.ico").status()).isEqualTo(200);
    }

    @Test
    void independentCalls_areMadeOnceEach() {
        browser.open("/");
        NEIGHBOURS.recover();
        browser.open("/products/" + SPEAKER);

        assertThat(NEIGHBOURS.catalog.calls()).containsExactly("GET /api/v1/products/" + SPEAKER);
        assertThat(NEIGHBOURS.carts.calls()).containsExactly("GET /api/v1/carts/" + browser.shopperId());
        assertThat(NEIGHBOURS.recommendations.calls())
                .containsExactly("GET /api/v1/recommendations/" + SPEAKER + "?limit=4");
    }

    @Test
    void homePage_asksForItsProductsAlone_onceTheMenuIsKnown() {
        browser.open("/products");
        NEIGHBOURS.recover();

        assertThat(browser.open("/").html().select(".tile")).isNotEmpty();
        assertThat(NEIGHBOURS.catalog.calls()).singleElement().asString().contains("featured=true");
    }

    @Test
    void cartOfSeveralProducts_isPricedWithOneCall() {
        NEIGHBOURS.catalog.ids().stream().limit(3).forEach(id -> addToCart(id, 1));
        NEIGHBOURS.recover();

        assertThat(browser.open("/cart").html().select(".line")).hasSize(3);
        assertThat(NEIGHBOURS.catalog.calls()).hasSize(1);
    }

    @Test
    void addressesOfTheOriginalShop_leadToTheNewOnes() {
        assertThat(browser.open("/product").path()).isEqualTo("/products");
        assertThat(browser.open("/product/" + SPEAKER).path()).isEqualTo("/products/" + SPEAKER);
        assertThat(browser.open("/cart/checkout").path()).isEqualTo("/cart");
    }
}
