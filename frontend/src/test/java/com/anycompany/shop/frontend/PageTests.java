package com.anycompany.shop.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all pages have in common, and pages that don't exist. */
class PageTests extends WholeStorefront {

    private static final String SECRET = "[0-9a-f]{8}\\.[A-Za-z0-9_-]{43}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/products/0000000000000",
                "/products/x",
                "/orders/nobodys",
                "/orders/a%20b",
                "/nowhere",
                "/css/x.css"
            })
    void unknownAddress_isAPageOfItsOwn(String path) {
        Browser.Page page = browser.open(path);
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.textOf("h1")).isEqualTo("We don’t have that");
    }

    @Test
    void idThatIsNoEan_isNotLookedFor() {
        browser.open("/products/x");
        assertThat(NEIGHBOURS.catalog.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "-1", "1.5", "many", ""})
    void badQuantity_isExplainedAtTheField_whichKeepsWhatWasTyped(String typed) {
        Browser.Page again =
                browser.submit(browser.open("/products/" + SPEAKER), "form.buy", Map.of("quantity", typed));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.textOf("#quantity-error")).isEqualTo("Enter a whole number from 1 to 99.");
        assertThat(again.find("#quantity").val()).isEqualTo(typed);
        assertThat(again.find("#quantity").attr("aria-describedby")).isEqualTo("quantity-error");
    }

    @Test
    void badQuantityInTheCart_isExplainedAtItsLine() {
        Browser.Page again = browser.submit(addToCart(SPEAKER, 1), "form.quantity", Map.of("quantity", "lots"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.find("#quantity-" + SPEAKER).val()).isEqualTo("lots");
        assertThat(again.textOf("#quantity-" + SPEAKER + "-error")).isEqualTo("Enter a whole number from 1 to 99.");
        assertThat(again.textOf(".badge")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "0", "x", "99999999999"})
    void pageThatIsNoNumber_isTheFirst(String page) {
        assertThat(browser.open("/products?page=" + page).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, 100_000})
    void upload_is415_withAPageThatSaysSo(int bytes) {
        Browser.Page page = browser.upload(browser.open("/products/" + SPEAKER), "form.buy", bytes);

        assertThat(page.status()).isEqualTo(415);
        assertThat(page.textOf("h1")).isEqualTo("We can’t take files");
        assertThat(page.textOf("main")).contains("Nothing was changed");
        assertThat(page.textOf("#trace-id")).startsWith("1-");
        assertThat(page.response().header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(NEIGHBOURS.carts.items(browser.shopperId())).isEmpty();
    }

    @Test
    void largeBody_is413_withAPageOfTheShop() {
        Browser.Page page = browser.submit(
                browser.open("/products/" + SPEAKER), "form.buy", Map.of("quantity", "1".repeat(100_000)));

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.textOf("#trace-id")).startsWith("1-");
        assertThat(page.response().header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void markupInASearch_isText() {
        Browser.Page page = browser.open("/products?query=%3Cscript%3Ealert(1)%3C/script%3E");
        assertThat(page.html().select("main script")).isEmpty();
        assertThat(page.textOf("h1")).contains("<script>");
    }

    @Test
    void textOfANoticeCantBeInjected() {
        browser.open("/");
        Browser.Page page = browser.openWithCookie("/cart", "notice", "Your-account-is-locked");
        assertThat(page.html().select(".notice")).isEmpty();
    }

    @Test
    void shopperCookie_isNotForScripts_andStays() {
        String cookie = String.join("\n", browser.open("/").response().headers("Set-Cookie"));
        assertThat(cookie).containsPattern("shopper=" + SECRET + "; .*HttpOnly; SameSite=Lax");
        assertThat(browser.open("/").response().headers("Set-Cookie")).isEmpty();
    }

    @Test
    void shopperCookieThatIsNoSecret_isReplaced() {
        Browser.Page page = browser.openWithCookie("/", "shopper", "..%2F..%2Fadmin");
        assertThat(page.response().header("Set-Cookie")).containsPattern("shopper=" + SECRET);
    }

    @Test
    void noSessionIsStarted() {
        addToCart(SPEAKER, 1);
        assertThat(browser.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void pagesForbidForeignContent_andStorage() {
        Browser.Page page = browser.open("/");
        assertThat(page.response().header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.response().header("Cache-Control")).contains("no-store");
        assertThat(page.html().select("[style], style, script:not([src]), [onclick]"))
                .isEmpty();
    }

    @Test
    void staticFiles_areLinkedByContent_andKeptForever() {
        String href = browser.open("/").find("link[rel=stylesheet]").attr("href");
        assertThat(href).matches("/css/shop-[0-9a-f]{32}\\.css");
        Browser.Page file = browser.open(href);
        assertThat(file.response().header("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(file.response().header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void everyPicture_hasItsSize_andEveryFieldALabel() {
        checkout();
        for (String path : new String[] {"/", "/products", "/products/" + SPEAKER, "/cart", "/checkout"}) {
            Browser.Page page = browser.open(path);
            assertThat(page.html().select("img:not([width]), img:not([height]), img:not([alt])"))
                    .as(path)
                    .isEmpty();
            for (Element field : page.html().select("input:not([type=hidden]):not([type=radio]), select")) {
                assertThat(page.html().select("label[for=" + field.id() + "]"))
                        .as(path + " " + field.id())
                        .hasSize(1);
            }
            assertThat(page.html().text()).as(path).doesNotContain("??");
        }
    }

    @Test
    void healthIsToldWithoutAnyNeighbour() {
        NEIGHBOURS.all().forEach(service -> service.is(FakeService.Health.DOWN));
        assertThat(new Browser(management).open("/actuator/health/readiness").status())
                .isEqualTo(200);
        assertThat(browser.open("/healthz").status()).isEqualTo(200);
        assertThat(browser.open("/actuator/health").status()).isEqualTo(404);
    }
}
