package com.anycompany.shop.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The console shows what the shop did: first an order, then a page for which the catalog was dead. Runs late, because a
 * kill leaves traces that the service graph must not show.
 */
@ExtendWith({NeedsChromium.class, OpenShop.class})
@Order(OpenShop.LATE)
class ConsoleIT {

    private static final String SEARCH = "/products?query=lamp";

    private static Chromium chromium;
    private static Instant orderedSince = Instant.EPOCH;
    private static String ordered;
    private static String broken;
    private static String failedTrace;

    @BeforeAll
    static void orderThenBreakTheCatalog(Shop shop) throws IOException {
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> isOrdered(shop));
        Instant middle = nextSecond();
        failedTrace = pageWithoutCatalog(shop);
        Instant end = Instant.now().plusSeconds(1);
        ordered = ConsolePage.range(orderedSince, middle);
        broken = ConsolePage.range(middle, end);
    }

    /**
     * A busy machine may refuse an order, or a page may do without a service that is late; the console is shown the
     * time of an order for which every service answered.
     */
    private static boolean isOrdered(Shop shop) throws IOException {
        orderedSince = nextSecond();
        Journey journey = new Journey(shop);
        Answer order = journey.placeOrder(journey.toCheckout(), Journey.ACCEPTED_CARD);
        if (order.status() != 303) return false;
        arrived(shop, order, "paymentservice");
        return !shop.traces().hasUnansweredCalls(orderedSince, Instant.now());
    }

    /** Kills the catalog and searches before it is back, since other pages would show what was known last; returns the trace. */
    private static String pageWithoutCatalog(Shop shop) throws IOException {
        Journey journey = new Journey(shop);
        ProcessHandle catalog = shop.process("catalogservice");
        catalog.destroyForcibly();
        ProcessEnd.awaited(catalog);
        Answer failed = journey.open(SEARCH);
        assertThat(failed.status()).isEqualTo(503);
        arrived(shop, failed, "frontend");
        await().atMost(Duration.ofSeconds(60)).until(() -> journey.open(SEARCH).status() == 200);
        return failed.traceId();
    }

    /** Waits for it: X-Ray's times are whole seconds, and what follows must not share one with what was before. */
    private static Instant nextSecond() {
        Instant next = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        await().until(() -> !Instant.now().isBefore(next));
        return next;
    }

    private static void arrived(Shop shop, Answer answer, String service) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shop.traces().tree(answer.traceId()).contains(service));
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) chromium.close();
    }

    /** As {@code data-node} names them, in the order of these names. */
    private static List<String> expectedNodes() {
        Stream<String> tables = ServiceGraph.expected().tables().stream().map(table -> "AWS::DynamoDB::Table|" + table);
        return Stream.of(tables, Shop.SERVICES.stream(), Stream.of("client|frontend"))
                .flatMap(nodes -> nodes)
                .sorted()
                .toList();
    }

    @Test
    void map_hasTheShopsNodesAndEdges(Shop shop) {
        try (ConsolePage console = console(shop).open("#/service-map?range=" + ordered)) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(console.attributes("[data-node]", "data-node"))
                            .containsExactlyElementsOf(expectedNodes()));
            assertThat(console.attributes("[data-edge]", "data-edge"))
                    .contains(
                            "client|frontend→frontend",
                            "frontend→orderservice",
                            "orderservice→cartservice",
                            "orderservice→paymentservice",
                            "orderservice→AWS::DynamoDB::Table|Orders",
                            "paymentservice→AWS::DynamoDB::Table|Payments",
                            "catalogservice→AWS::DynamoDB::Table|ProductCatalog");
            assertThat(console.all(".ring-arc.fault[stroke-dasharray^='1']")).hasCount(0);
        }
    }

    @Test
    void brokenService_isRedOnTheMapAndViewTracesLeadsToTheException(Shop shop) {
        try (ConsolePage console = console(shop).open("#/service-map?range=" + broken)) {
            assertThat(console.all("[data-node='remote|catalogservice'] .ring-arc.fault"))
                    .hasAttribute("stroke-dasharray", "100.00 0.00");
            console.all("[data-node='remote|catalogservice']").click();
            console.all("aside.panel").getByText("Faults (5xx)").click();
            console.all("[data-view-traces]").click();
            assertThat(console.page()).hasURL(Pattern.compile(".*#/traces\\?.*catalogservice.*fault.*"));
            console.all("[data-trace='" + failedTrace + "'] a").click();
            console.all(".tl-row.subsegment:has(.dot.fault)").first().click();
            assertThat(console.all(".exception h3").first()).containsText("Exception");
            assertThat(console.all(".stack").first()).containsText("java.");
        }
    }

    @Test
    void draggingOverTheBars_filtersTheTraces(Shop shop) {
        try (ConsolePage console =
                console(shop).open("#/traces?range=" + ordered).waitFor("[data-trace]")) {
            int all = console.all("[data-trace]").count();
            var bars = console.all(".histogram.selectable").boundingBox();
            console.page().mouse().move(bars.x + bars.width * 0.5, bars.y + 40);
            console.page().mouse().down();
            console.page().mouse().move(bars.x + bars.width - 1, bars.y + 40);
            console.page().mouse().up();
            assertThat(console.page()).hasURL(Pattern.compile(".*filter=responsetime.*"));
            assertThat(console.all(".results[aria-busy]")).hasCount(0);
            assertThat(console.all("[data-trace]").count()).isBetween(1, all - 1);
            console.page().goBack();
            assertThat(console.all("[data-trace]")).hasCount(all);
        }
    }

    @Test
    void everyLink_showsTheSameWhenPasted(Shop shop) {
        Map<String, String> links = Map.of(
                "#/service-map?selected=paymentservice&range=" + ordered, "aside.panel h2",
                "#/service-map?view=list&range=" + ordered, ".stage tbody",
                "#/traces?group=status&range=" + ordered + "&filter=" + encoded("service(\"paymentservice\")"),
                        "table.compact tbody",
                "#/traces/" + failedTrace, "[role=treegrid]",
                "#/analytics?cause=fault&range=" + broken + "&a=fault", ".difference-cards");
        links.forEach((link, shown) -> {
            String first = text(shop, link, shown);
            assertThat(first).as(link).isNotBlank();
            assertThat(text(shop, link, shown)).as(link).isEqualTo(first);
        });
    }

    @Test
    void analytics_blamesTheDeadCatalog(Shop shop) {
        try (ConsolePage console = console(shop).open("#/analytics?cause=fault&a=fault&range=" + broken)) {
            assertThat(console.all(".cause-path").first()).containsText("frontend");
            assertThat(console.all(".causes")).containsText("catalogservice");
            assertThat(console.all("[data-field='status'] tbody tr").filter(having("503")))
                    .containsText("+100");
            console.all(".cause-path").first().click();
            assertThat(console.page()).hasURL(Pattern.compile(".*rootcause.fault.json.*"));
            assertThat(console.all(".set-card.a .facts dd").first()).hasText(Pattern.compile("[1-9]\\d*"));
        }
    }

    @Test
    void liveUpdate_movesNoNode(Shop shop) throws IOException {
        try (ConsolePage console = console(shop).open("#/service-map").waitFor("[data-node='paymentservice']")) {
            Map<String, String> before = console.places();
            Locator frontend = console.all("[data-node='frontend']");
            String told = frontend.getAttribute("aria-label");
            Journey journey = new Journey(shop);
            journey.product(journey.home());
            assertThat(frontend).not().hasAttribute("aria-label", told);
            assertThat(console.places()).containsAllEntriesOf(before);
        }
    }

    @Test
    void keyboardAlone_leadsFromTheMapToASegment(Shop shop) {
        try (ConsolePage console =
                console(shop).open("#/service-map?range=" + broken).waitFor("[data-node='frontend']")) {
            console.tabTo("[data-node]")
                    .arrowTo("[data-node='frontend']")
                    .press("Enter")
                    .waitFor("aside.panel");
            console.tabTo("[data-view-traces]").press("Enter").waitFor("[data-trace]");
            console.tabTo("[data-trace='" + failedTrace + "'] a").press("Enter").waitFor("[role=treegrid]");
            console.tabTo(".tl-row").press("ArrowDown").press("Enter").waitFor("aside.panel [role=tab]");
            console.tabTo("[role=tab][aria-selected=true]").press("ArrowRight");
            assertThat(console.page()).hasURL(Pattern.compile(".*span=.*"));
        }
    }

    @Test
    void axe_findsNothingOnAnyScreen(Shop shop) {
        Map<String, String> screens = Map.of(
                "#/service-map?selected=frontend&range=" + broken,
                "aside.panel",
                "#/traces?range=" + ordered,
                "[data-trace]",
                "#/traces/" + failedTrace,
                "[role=treegrid]",
                "#/analytics?a=fault&range=" + broken,
                ".difference-cards .share",
                "#/configuration/store",
                ".counters");
        try (ConsolePage console = console(shop)) {
            screens.forEach((link, shows) -> {
                console.open(link).waitFor(shows);
                assertThat(console.all(".new, [aria-busy]")).hasCount(0);
                List<String> violations = new AxeBuilder(console.page())
                        .analyze().getViolations().stream()
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().get(0).getHtml())
                                .toList();
                assertThat(violations).as(link).isEmpty();
            });
        }
    }

    private static String text(Shop shop, String link, String shown) {
        try (ConsolePage console = console(shop).open(link).waitFor(shown)) {
            assertThat(console.all("[aria-busy], .new")).hasCount(0);
            return console.all(shown).first().innerText();
        }
    }

    private static ConsolePage console(Shop shop) {
        return new ConsolePage(chromium.browser(), shop);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }
}
