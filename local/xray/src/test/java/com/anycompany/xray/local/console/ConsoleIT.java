package com.anycompany.xray.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Walks through the console, from the map to the cause of a failure. */
class ConsoleIT extends OverSharedServer {

    @Test
    void map_showsEveryNodeAndEdge() {
        console().open("#/service-map");
        assertThat(all("[data-node]")).hasCount(7);
        assertThat(attributes("[data-node]", "data-node"))
                .containsExactlyInAnyOrder(
                        "client|frontend",
                        "frontend",
                        "catalogservice",
                        "orderservice",
                        "paymentservice",
                        "AWS::DynamoDB::Table|ProductCatalog",
                        "AWS::DynamoDB::Table|Payments");
        assertThat(attributes("[data-edge]", "data-edge"))
                .containsExactlyInAnyOrder(
                        "client|frontend→frontend",
                        "frontend→catalogservice",
                        "frontend→orderservice",
                        "orderservice→paymentservice",
                        "catalogservice→AWS::DynamoDB::Table|ProductCatalog",
                        "paymentservice→AWS::DynamoDB::Table|Payments");
        assertThat(console().node("paymentservice").locator(".ring-arc.fault"))
                .hasAttribute("stroke-dasharray", "100.00 0.00");
        assertThat(console().node("catalogservice").locator(".ring-arc.ok"))
                .hasAttribute("stroke-dasharray", "100.00 0.00");
        assertThat(console().node("paymentservice"))
                .hasAttribute("aria-label", Pattern.compile("200 ms mean.*1 fault$"));
    }

    @Test
    void liveUpdate_movesNoNodeAndBringsTheNewOne() throws Exception {
        try (var own = ConsoleUnderTest.start(chromium())) {
            own.send(ShopTrace.product());
            own.send(ShopTrace.failedCheckout());
            own.open("#/service-map");
            assertThat(own.all("[data-node]")).hasCount(7);
            Map<String, String> before = own.places();
            own.send(ShopTrace.call("auditservice"));
            assertThat(own.node("auditservice")).isVisible();
            assertThat(own.places()).containsAllEntriesOf(before).hasSize(8);
        }
    }

    @Test
    void fault_isReachedFromTheMapThroughTheListToItsException() {
        console().open("#/service-map");
        console().node("paymentservice").click();
        Locator panel = all("aside.panel");
        assertThat(panel.locator("h2")).hasText("paymentservice");
        panel.getByText("Faults (5xx)").click();
        panel.getByText("View traces").click();
        assertThat(console().page()).hasURL(Pattern.compile(".*#/traces\\?filter=.*paymentservice.*fault.*"));
        assertThat(all("[data-trace]")).hasCount(1);
        all("[data-trace='" + failed() + "'] a").click();
        Locator row = all(".tl-row.segment").filter(new Locator.FilterOptions().setHasText("paymentservice"));
        row.click();
        assertThat(all(".exception h3"))
                .hasText(new String[] {"com.shop.ProcessorFailed", "java.net.SocketTimeoutException"});
        assertThat(all(".stack")).containsText("com.shop.Payments.capture");
    }

    @Test
    void everyLink_showsTheSameWhenPasted() {
        console().open("#/traces/" + failed());
        all(".tl-row.segment")
                .filter(new Locator.FilterOptions().setHasText("orderservice"))
                .click();
        String link = console().page().url();
        assertThat(link).contains("?span=");
        console().closePage();
        console().open(link.replaceAll(".*/#", "#"));
        assertThat(all("aside.panel h2")).hasText("orderservice");
        assertThat(all(".tl-row.selected")).containsText("orderservice");
    }

    @Test
    void backButton_returnsFromTheTraceToTheList() {
        console().open("#/traces?group=status");
        all("[data-trace='" + failed() + "'] a").click();
        assertThat(all("[role=treegrid]")).isVisible();
        console().page().goBack();
        assertThat(all("[data-trace='" + failed() + "']")).isVisible();
        assertThat(console().page().getByLabel("Group by")).hasValue("status");
    }

    @Test
    void traceThatIsNotHereYet_showsUpOnceItArrives() throws Exception {
        ShopTrace late = ShopTrace.product();
        console().open("#/traces/" + late.id);
        assertThat(console().page().getByText("This trace isn't here yet")).isVisible();
        console().send(late);
        assertThat(all("[role=treegrid]")).isVisible();
    }

    @Test
    void draggingOverTheBars_keepsOnlyThoseTraces() {
        console().open("#/traces");
        var bars = all(".histogram.selectable").boundingBox();
        console().page().mouse().move(bars.x + bars.width * 0.6, bars.y + 40);
        console().page().mouse().down();
        console().page().mouse().move(bars.x + bars.width - 1, bars.y + 40);
        console().page().mouse().up();
        assertThat(console().page()).hasURL(Pattern.compile(".*filter=responsetime.*"));
        assertThat(all("[data-trace='" + failed() + "']")).isVisible();
        assertThat(all("[data-trace]")).hasCount(1);
    }

    @Test
    void mistakeInTheFilter_isPointedAt() {
        console().open("#/traces?filter=ok+AND+nonsense");
        assertThat(all(".filter-caret")).hasText("ok AND nonsense\n       ▲");
        assertThat(all(".filter-error p")).containsText("column 8");
    }

    @Test
    void keyboard_opensAndClosesANode() {
        console().open("#/service-map");
        console().node("frontend").focus();
        console().page().keyboard().press("Enter");
        assertThat(all("aside.panel h2")).hasText("frontend");
        console().page().keyboard().press("Escape");
        assertThat(all("aside.panel")).hasCount(0);
    }

    @Test
    void nothingYet_saysWhatToDoNext() throws Exception {
        try (var empty = ConsoleUnderTest.start(chromium())) {
            empty.open("#/service-map");
            assertThat(empty.all(".empty code")).hasText("export AWS_XRAY_DAEMON_ADDRESS=127.0.0.1:" + empty.port());
        }
    }

    @Test
    void traceOf2000Segments_hasOnlyTheRowsInSightInThePage() throws Exception {
        ShopTrace wide = ShopTrace.wide(2000);
        try (var own = ConsoleUnderTest.start(chromium())) {
            own.send(wide);
            own.open("#/traces/" + wide.id);
            Locator timeline = own.all("[role=treegrid]");
            assertThat(timeline).hasAttribute("aria-rowcount", Pattern.compile("[2-4]\\d{3}"));
            assertThat(own.all(".tl-row").count()).isLessThan(60);
            own.all(".tl-row").first().focus();
            own.page().keyboard().press("End");
            assertThat(own.all(".tl-row:focus")).hasAttribute("aria-rowindex", timeline.getAttribute("aria-rowcount"));
            assertThat(own.all(".tl-row").count()).isLessThan(60);
        }
    }

    private static List<String> attributes(String selector, String name) {
        return all(selector).all().stream()
                .map(each -> String.valueOf(each.getAttribute(name)))
                .toList();
    }
}
