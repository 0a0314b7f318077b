package com.anycompany.xray.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The compare screen: healthy traffic, an event, and the traffic after it. */
class ConsoleCompareIT extends InChromium {

    private static final String TEXTS_OUTSIDE = """
            [...document.querySelectorAll('.node')].flatMap(node => {
              const box = node.querySelector('.node-body').getBoundingClientRect();
              return [...node.querySelectorAll('text')]
                .filter(text => text.textContent && getComputedStyle(text).visibility !== 'hidden')
                .filter(text => text.getBoundingClientRect().right > box.right)
                .map(text => text.textContent);
            })""";

    private static @Nullable ConsoleUnderTest console;

    /** The graph counts by whole seconds of receipt, searches by a trace's start, which is two seconds earlier here. */
    @BeforeAll
    static void playBeforeAndAfter() throws Exception {
        ConsoleUnderTest started = ConsoleUnderTest.start(chromium());
        console = started;
        for (int i = 0; i < 25; i++)
            started.send(ShopTrace.product(), ShopTrace.call("oldservice"), ShopTrace.checkout(0.05));
        waitSeconds(1);
        started.post("/local/events", "{\"type\":\"kill\",\"title\":\"kill -9 <i>old</i>\"}");
        waitSeconds(3);
        for (int i = 0; i < 25; i++)
            started.send(ShopTrace.failedProduct(), ShopTrace.call("newservice"), ShopTrace.checkout(0.4));
    }

    private static void waitSeconds(long seconds) {
        Instant until = Instant.now().plusSeconds(seconds);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Instant.now().isAfter(until));
    }

    @AfterAll
    static void stop() {
        if (console != null) console.close();
    }

    @Test
    void latestEvent_isComparedWithoutBeingAskedFor() {
        Page page = console().open("#/compare");
        assertThat(page).hasURL(Pattern.compile("#/compare\\?before=.*&after="));
        assertThat(page.getByLabel("Event")).hasValue("0");
        assertThat(page.locator(".map-timeline .span")).hasCount(2);
        assertThat(page.locator(".map-timeline .event-mark")).hasCount(1);
        assertChange("catalogservice", "failing");
        assertChange("oldservice", "vanished");
        assertChange("newservice", "appeared");
        assertChange("orderservice", "slower");
        assertChange("AWS::DynamoDB::Table|ProductCatalog", "");
        assertThat(page.locator(".changes")).containsText("0 % → 100 % faults");
        assertThat(page.locator("main i:has-text('old')")).hasCount(0);
    }

    @Test
    void link_showsTheSameWhenPasted_andLeadsToTheTracesOfEachSide() {
        Page page = console().open("#/compare");
        page.locator("[data-change-of='orderservice']").click();
        assertThat(page.locator(".change-detail h2")).hasText("orderservice");
        String link = page.url().replaceAll(".*/#", "#");
        Page pasted = console().open(link);
        assertThat(pasted.locator(".change-detail tr")
                        .filter(new Locator.FilterOptions().setHasText("Mean"))
                        .locator("td"))
                .hasText(new String[] {"50 ms", "400 ms"});
        pasted.getByText("Traces after").click();
        assertThat(pasted.locator("[data-trace]").first()).isVisible();
        assertThat(pasted.locator(".toolbar .when")).containsText("25 traces");
    }

    @Test
    void otherWindow_isChosenWithTheKeyboardAndKeptInTheHistory() {
        Page page = console().open("#/compare");
        assertThat(page.locator("[data-node]").first()).isVisible();
        String before = page.url();
        page.getByLabel("How long before and after").selectOption("30");
        assertThat(page).not().hasURL(before);
        assertChange("newservice", "appeared");
        page.goBack();
        assertThat(page).hasURL(before);
        assertThat(page.getByLabel("How long before and after")).hasValue("120");
    }

    /** A small map writes names only, in a larger font. */
    @ParameterizedTest
    @ValueSource(ints = {1400, 768, 500})
    void texts_areInsideTheBoxesOfTheirNodes(int width) {
        for (String screen : List.of("#/compare", "#/service-map")) {
            Page page = console().open(screen, width, ColorScheme.LIGHT);
            assertThat(page.locator("[data-node]").first()).isVisible();
            assertThat(page.locator(".node.new")).hasCount(0);
            assertThat((List<?>) page.evaluate(TEXTS_OUTSIDE)).isEmpty();
        }
    }

    @Test
    void escape_closesTheDetail_andTheFocusStaysOrReturns() {
        Page page = console().open("#/compare");
        Locator change = page.locator("[data-change-of='orderservice']");
        change.click();
        assertThat(page.locator(".change-detail")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".change-detail")).hasCount(0);
        assertThat(change).isFocused();

        change.click();
        page.getByLabel("Close panel").focus();
        page.keyboard().press("Escape");
        assertThat(page.locator(".change-detail")).hasCount(0);
        assertThat(console().node("orderservice")).isFocused();
    }

    @Test
    void labelsOnTheTimeAxis_areClearOfTheEvents() throws Exception {
        try (var own = ConsoleUnderTest.start(chromium())) {
            long now = Instant.now().getEpochSecond();
            for (int ago : List.of(190, 180, 170, 60)) {
                own.post("/local/events", "{\"type\":\"kill\",\"title\":\"kill\",\"time\":%d}".formatted(now - ago));
            }
            Page page = own.open("#/compare?before=%d~%d&after=%d~%d".formatted(now - 240, now - 120, now - 120, now));
            assertThat(page.locator(".map-timeline .event-mark").first()).isVisible();
            assertThat(page.locator(".map-timeline .span text")).hasText(new String[] {"Before", "After"});
            double flags = page.locator(".map-timeline .event-flag").all().stream()
                    .mapToDouble(flag -> flag.boundingBox().y)
                    .min()
                    .orElseThrow();
            for (Locator label : page.locator(".map-timeline .span text").all()) {
                var box = label.boundingBox();
                assertThat(box.y + box.height).isLessThanOrEqualTo(flags);
            }
        }
    }

    @Test
    void momentsWithoutTraces_sayWhatToDo() {
        Page page = console()
                .open(
                        "#/compare?before=2026-01-01T00:00:00Z~2026-01-01T00:02:00Z&after=2026-01-01T00:02:00Z~2026-01-01T00:04:00Z");
        assertThat(page.locator(".empty h2")).hasText("No traces at either moment");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axe_findsNothing_andAPhoneNeedsNoScrolling(ColorScheme colours) {
        Page page = console().open("#/compare", 360, colours);
        page.locator("[data-change-of='orderservice']").click();
        assertThat(page.locator(".change-detail")).isVisible();
        assertThat(page.locator(".new")).hasCount(0);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().get(0).getHtml()))
                .isEmpty();
    }

    private static void assertChange(String node, String kind) {
        assertThat(console().node(node)).hasAttribute("data-change", kind);
    }

    private static ConsoleUnderTest console() {
        return Objects.requireNonNull(console);
    }
}
