package com.anycompany.shop.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.frontend.FakeService.Health;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The segments of the storefront's pages, and the trace ids that the pages show. */
class TraceTests extends WholeStorefront {

    @Test
    void everyPage_showsItsTraceId_andLinksToIt() {
        for (String path : new String[] {"/", "/products", "/products/" + SPEAKER, "/cart", "/orders", "/nowhere"}) {
            Browser.Page page = browser.open(path);
            String id = page.textOf("#trace-id");
            assertThat(id).as(path).matches("1-[0-9a-f]{8}-[0-9a-f]{24}");
            assertThat(page.find("#trace-link").attr("href")).isEqualTo("http://localhost:2000/#/traces/" + id);
        }
    }

    @Test
    void errorPages_showTheirTraceIdToo() {
        Browser.Page home = browser.open("/products/" + SPEAKER);
        NEIGHBOURS.catalog.is(Health.DOWN);
        assertThat(browser.open("/").textOf("#trace-id")).startsWith("1-");
        assertThat(browser.submitWithoutToken(home, "form.buy", Map.of()).textOf("#trace-id"))
                .startsWith("1-");
    }

    @Test
    void productPage_isOneSegment_withItsShopperItsProduct_andItsCallsSideBySide() {
        JsonNode segment = DAEMON.segmentOf(browser.open("/products/" + SPEAKER).textOf("#trace-id"));
        String shopper = browser.shopperId();

        assertThat(segment.get("name").asString()).isEqualTo("frontend");
        assertThat(segment.get("user").asString()).isEqualTo(shopper);
        assertThat(segment.get("annotations").get("shopper_id").asString()).isEqualTo(shopper);
        assertThat(segment.get("annotations").get("product_id").asString()).isEqualTo(SPEAKER);
        assertThat(names(segment)).containsExactlyInAnyOrder("catalogservice", "cartservice", "recommendationservice");
    }

    @Test
    void orderPages_areAnnotatedWithTheOrderId() {
        Browser.Page order = placeOrder(checkout(), entries(OK_CARD));
        JsonNode segment = DAEMON.segmentOf(order.textOf("#trace-id"));
        assertThat(segment.get("annotations").get("order_id").asString()).isEqualTo(order.textOf("#order-id"));
    }

    @Test
    void pricingTheCart_isASubsegment_aroundItsCall() {
        addToCart(SPEAKER, 1);
        JsonNode segment = DAEMON.segmentOf(browser.open("/cart").textOf("#trace-id"));
        assertThat(names(segment)).containsExactlyInAnyOrder("cartservice", "price");
        JsonNode price = segment.get("subsegments")
                .valueStream()
                .filter(subsegment -> subsegment.get("name").asString().equals("price"))
                .findFirst()
                .orElseThrow();
        assertThat(names(price)).containsExactly("catalogservice");
    }

    @Test
    void catalogThatIsDown_isAFaultOfThePageThatNeedsIt() {
        NEIGHBOURS.catalog.is(Health.DOWN);
        JsonNode segment =
                DAEMON.segmentOf(browser.open("/products?query=speaker").textOf("#trace-id"));
        assertThat(segment.get("fault").asBoolean()).isTrue();
        assertThat(segment.get("http").get("response").get("status").asInt()).isEqualTo(503);
    }

    @Test
    void pageThatIsShownAsItWasKnownLast_hasTheFailedCall_andSaysSo() {
        browser.open("/");
        NEIGHBOURS.catalog.is(Health.DOWN);
        JsonNode segment = DAEMON.segmentOf(browser.open("/").textOf("#trace-id"));

        assertThat(segment.get("http").get("response").get("status").asInt()).isEqualTo(200);
        assertThat(segment.get("annotations").get("last_known").asBoolean()).isTrue();
        List<String> failed = segment.get("subsegments")
                .valueStream()
                .filter(call -> call.path("fault").asBoolean(false))
                .map(call -> call.get("name").asString())
                .toList();
        assertThat(failed).contains("catalogservice");
    }

    private static List<String> names(JsonNode entity) {
        return entity.get("subsegments")
                .valueStream()
                .map(subsegment -> subsegment.get("name").asString())
                .toList();
    }
}
