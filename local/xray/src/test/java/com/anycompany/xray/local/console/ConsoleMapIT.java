package com.anycompany.xray.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The map screen: filter, group, updates, and the links to the traces. */
class ConsoleMapIT extends OverOwnServer {

    @Test
    void newcomers_moveNoNode_howeverManyTheyAre() throws Exception {
        console().send(ShopTrace.call("auditservice"));
        console().open("#/service-map");
        assertThat(console().page().locator("[data-node]")).hasCount(3);
        Map<String, String> before = console().places();
        console().send(ShopTrace.product(), ShopTrace.failedCheckout());
        assertThat(console().page().locator("[data-node]")).hasCount(8);
        assertThat(console().page().locator("[data-node].new")).hasCount(0);
        assertThat(console().places()).containsAllEntriesOf(before).hasSize(8);
        assertThat(console().places().values()).doesNotHaveDuplicates();
    }

    @Test
    void filter_leavesTheMapOfTheTracesThatMatch() throws Exception {
        ShopTrace failed = ShopTrace.failedCheckout();
        console().send(ShopTrace.product(), failed);
        Page page = console().open("#/service-map");
        assertThat(page.locator("[data-node]")).hasCount(7);
        page.getByText("Filter", new Page.GetByTextOptions().setExact(true)).click();
        page.locator(".filter-input").fill("fault");
        page.locator(".filter-input").press("Enter");
        assertThat(page.locator("[data-node]")).hasCount(5);
        assertThat(console().node("catalogservice")).hasCount(0);
        assertThat(page.locator(".when")).hasText("1 trace");
        assertThat(page.locator(".map-timeline figcaption")).containsText("Matching traces");
        assertThat(page.locator(".map-timeline .stack.fault")).hasCount(1);

        console().node("orderservice").click();
        assertThat(page.locator("aside.panel .stack.fault").first()).isVisible();
        page.getByText("View traces").click();
        assertThat(page).hasURL(Pattern.compile("filter=fault\\+AND\\+service%28%22orderservice"));
        assertThat(page.locator("[data-trace='" + failed.id + "']")).isVisible();
        assertThat(page.locator("[data-trace]")).hasCount(1);
    }

    @Test
    void filter_completesKeywordsAndTheNamesOfNodes() throws Exception {
        console().send(ShopTrace.product());
        Page page = console().open("#/service-map");
        assertThat(page.locator("[data-node]")).hasCount(4);
        page.getByText("Filter", new Page.GetByTextOptions().setExact(true)).click();
        page.keyboard().type("ser");
        assertThat(page.locator("[role=option] code").first()).hasText("service(\"");
        page.keyboard().press("Tab");
        page.keyboard().type("cat");
        assertThat(page.locator("[role=option] code")).hasText("\"catalogservice\"");
    }

    @Test
    void mistakeInTheFilter_isPointedAt() throws Exception {
        console().send(ShopTrace.product());
        Page page = console().open("#/service-map?filter=ok+AND+nonsense");
        assertThat(page.locator(".filter-caret")).hasText("ok AND nonsense\n       ▲");
        assertThat(page.locator(".stage .empty h2")).hasText("The filter can't be read");
    }

    @Test
    void filterWithoutMatches_saysSo() throws Exception {
        console().send(ShopTrace.product());
        Page page = console().open("#/service-map?filter=throttle");
        assertThat(page.locator(".empty h2")).hasText("No trace matches");
        page.getByText("Show all traces").click();
        assertThat(page.locator("[data-node]")).hasCount(4);
    }

    @Test
    void group_leavesTheMapOfItsTraces() throws Exception {
        console()
                .post(
                        "/CreateGroup",
                        "{\"GroupName\":\"payments\",\"FilterExpression\":\"service(\\\"paymentservice\\\")\"}");
        console().send(ShopTrace.product(), ShopTrace.failedCheckout());
        Page page = console().open("#/service-map");
        assertThat(page.locator("[data-node]")).hasCount(7);
        page.getByLabel("Group").selectOption("payments");
        assertThat(page.locator("[data-node]")).hasCount(5);
        console().node("paymentservice").click();
        Locator view = page.getByText("View traces");
        assertThat(view).hasAttribute("href", Pattern.compile("group\\.name\\+%3D\\+%22payments%22\\+AND\\+service"));
        String link = page.url();
        console().open("").navigate(link);
        assertThat(console().page().getByLabel("Group")).hasValue("payments");
        assertThat(console().page().locator("[data-node]")).hasCount(5);
    }

    @Test
    void map_isFittedBelowTheListOfEvents_andTakesTheRoomOfAFoldedOne() throws Exception {
        console().send(ShopTrace.product(), ShopTrace.failedCheckout());
        for (int i = 0; i < 4; i++) {
            console().post("/local/events", "{\"type\":\"kill\",\"title\":\"service " + i + " was killed\"}");
        }
        Page page = console().open("#/service-map");
        assertThat(page.locator(".events li")).hasCount(3);
        page.waitForCondition(() -> topOfTheNodes(page) >= bottom(page.locator(".events")));

        double below = heightOfTheNodes(page);
        page.locator(".events summary").click();
        page.waitForCondition(() -> heightOfTheNodes(page) > below);
    }

    private static double topOfTheNodes(Page page) {
        return page.locator("[data-node]").all().stream()
                .mapToDouble(node -> node.boundingBox().y)
                .min()
                .orElseThrow();
    }

    private static double heightOfTheNodes(Page page) {
        return page.locator("[data-node]").first().boundingBox().height;
    }

    private static double bottom(Locator element) {
        return element.boundingBox().y + element.boundingBox().height;
    }

    @Test
    void event_isMarkedOnEveryTimeAxisAndLeadsToWhatItChanged() throws Exception {
        console().send(ShopTrace.product());
        console().post("/local/events", "{\"type\":\"kill\",\"title\":\"kill -9 <b>cart</b>\"}");
        Page page = console().open("#/service-map?selected=catalogservice");
        assertThat(page.locator(".events bdi")).hasText("kill -9 <b>cart</b>");
        assertThat(page.locator(".map-timeline .event-mark")).hasCount(1);
        assertThat(page.locator("aside.panel .event-mark")).hasCount(2);
        page.locator(".map-timeline .event-mark").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("#/compare\\?before=.*&after="));
        assertThat(page.locator(".compare-screen h1")).isVisible();
    }

    @Test
    void draggingOverTheTimeline_looksAtThatStretch() throws Exception {
        console().send(ShopTrace.product());
        Page page = console().open("#/service-map");
        assertThat(page.locator(".map-timeline .stack").first()).isVisible();
        var chart = page.locator(".map-timeline .timechart").boundingBox();
        page.mouse().move(chart.x + chart.width * 0.5, chart.y + 30);
        page.mouse().down();
        page.mouse().move(chart.x + chart.width - 1, chart.y + 30);
        page.mouse().up();
        assertThat(page).hasURL(Pattern.compile("range=\\d{4}.*%7E\\d{4}"));
        assertThat(page.locator(".when.live")).hasCount(0);
    }

    /** Beside a panel a wide map doesn't fit at a legible scale; only names would be shown. */
    @Test
    void panelOfANode_leavesItAndItsNeighboursLegible() throws Exception {
        console().send(ShopTrace.path(List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh")));
        Page page = console().open("#/service-map");
        assertThat(page.locator("[data-node]")).hasCount(8);
        console().node("sixth").click();
        assertThat(page.locator("aside.panel h2")).hasText("sixth");
        for (String shown : List.of("fifth", "sixth", "seventh")) assertInSight(page, shown);
        assertThat(console().node("sixth").locator(".node-stats").boundingBox().height)
                .isGreaterThan(8);

        console().node("first").focus();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Tab");
        assertThat(console().node("first")).isFocused();
        assertInSight(page, "first");

        page.keyboard().press("Escape");
        assertThat(page.locator("aside.panel")).hasCount(0);
        for (String shown : List.of("first", "sixth")) assertInSight(page, shown);
        assertThat(console().node("sixth")).isFocused();
    }

    private void assertInSight(Page page, String node) {
        var map = page.locator(".map").boundingBox();
        await().untilAsserted(() -> {
            var box = console().node(node).locator(".node-body").boundingBox();
            assertThat(box.x).as(node).isBetween(map.x, map.x + map.width - box.width);
        });
    }

    @Test
    void edgesPanel_takesTheFocusFromTheNodesPanel_thatLedToIt() throws Exception {
        console().send(ShopTrace.product());
        Page page = console().open("#/service-map?selected=catalogservice");
        page.locator(".neighbours button").first().click();
        assertThat(page.locator("aside.panel h2")).containsText("→");
        assertThat(page.getByLabel("Close panel")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("aside.panel")).hasCount(0);
        assertThat(page.locator("[data-edge]:focus")).hasCount(1);
    }

    @Test
    void foundNode_isSelectedWithTheKeyboard() throws Exception {
        console().send(ShopTrace.product(), ShopTrace.failedCheckout());
        Page page = console().open("#/service-map");
        page.getByLabel("Find a node").fill("payments");
        assertThat(console().node("frontend")).hasClass(Pattern.compile("dim"));
        assertThat(console().node("paymentservice")).not().hasClass(Pattern.compile("dim"));
        page.keyboard().press("Enter");
        assertThat(page.locator("aside.panel h2")).hasText("Payments");
    }

    @Test
    void rangeThatIsTooLong_saysWhy() throws Exception {
        Page page = console().open("#/service-map?range=2026-01-01T00:00:00Z~2026-01-02T00:00:00Z");
        assertThat(page.locator(".stage [role=alert]")).containsText("Time range cannot be longer than 6 hours");
        assertThat(List.of(page.title())).containsExactly("Service map · X-Ray Local");
    }
}
