package com.anycompany.xray.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accessibility of every screen: axe, phone widths, and hostile texts. */
class ConsoleAccessIT extends OverSharedServer {

    @Test
    void hostileTexts_areShownAsText() throws Exception {
        String markup = "<img src=x onerror=document.title='owned'><script>document.title='owned'</script>";
        try (var own = ConsoleUnderTest.start(chromium())) {
            var trace = new ShopTrace();
            trace.segment(
                    "سوق service",
                    null,
                    0.1,
                    "GET",
                    "http://localhost/" + markup,
                    200,
                    "\"user\":\"%s\",\"annotations\":{\"note\":\"%s\u202Eevil\"},".formatted(markup, markup));
            own.send(trace);
            own.sendDocuments(List.of("{\"name\":\"" + markup + "\",\"id\":\"1\"}"));
            for (String link : List.of(
                    "#/service-map",
                    "#/traces",
                    "#/traces?group=user",
                    "#/traces/" + trace.id,
                    "#/configuration/rejected")) {
                own.open(link);
                Locator shown = link.contains("map")
                        ? own.node("سوق service")
                        : own.page().getByText("onerror").first();
                assertThat(shown).isAttached();
                assertThat(own.all("main img, main script")).hasCount(0);
                assertThat(own.page().title()).doesNotContain("owned");
            }
        }
    }

    @Test
    void phone_needsNoHorizontalScrolling() {
        console().open("", 360, ColorScheme.LIGHT);
        for (Screen screen : screens()) {
            show(screen);
            assertThat(console().page().evaluate("document.documentElement.scrollWidth"))
                    .as(screen.link())
                    .isEqualTo(360);
        }
    }

    @Test
    void analyticsOnAPhone_hasItsFiguresBelowEachPath() {
        console().open("#/analytics?a=fault", 360, ColorScheme.LIGHT);
        Locator row = all(".causes tbody tr").first();
        assertThat(row.locator(".difference")).isVisible();
        var path = row.locator(".path-cell").boundingBox();
        for (Locator figure : row.locator("td.figure").all()) {
            var box = figure.boundingBox();
            assertThat(box.y).isGreaterThanOrEqualTo(path.y + path.height - 1);
            assertThat(box.x + box.width).isLessThanOrEqualTo(360);
        }
        assertThat(all(".causes .scroll-x").first().evaluate("box => box.scrollWidth <= box.clientWidth"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axe_findsNothing(ColorScheme colours) {
        console().open("", 1280, colours);
        for (Screen screen : screens()) {
            show(screen);
            assertThat(all(".new, [aria-busy]")).hasCount(0);
            var violations = new AxeBuilder(console().page())
                    .analyze().getViolations().stream()
                            .map(rule ->
                                    rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                            .toList();
            assertThat(violations).as(screen.link()).isEmpty();
        }
    }

    /** A screen's link, and a selector of an element that it shows. */
    private record Screen(String link, String shows) {}

    private static List<Screen> screens() {
        return List.of(
                new Screen("#/service-map", ".map [data-node]"),
                new Screen("#/service-map?view=list", ".stage .table"),
                new Screen("#/service-map?selected=paymentservice", "aside.panel"),
                new Screen("#/traces", "[data-trace]"),
                new Screen("#/traces/" + failed(), "[role=treegrid]"),
                new Screen(
                        "#/traces/" + failed() + "?with=1-00000000-000000000000000000000000", ".comparison-card[open]"),
                new Screen("#/analytics", ".difference-cards .share"),
                new Screen("#/analytics?a=fault", ".difference-cards .difference"),
                new Screen("#/traces?live=1", ".live[aria-pressed=true]"),
                new Screen("#/traces?range=2020-01-01T00:00:00.000Z~2020-01-01T00:05:00.000Z", ".empty a.primary"),
                new Screen("#/configuration", ".connect"),
                new Screen("#/configuration/connect?for=python", ".connect nav [aria-current]"));
    }

    private void show(Screen screen) {
        console().page().evaluate("link => { location.hash = link; }", screen.link());
        assertThat(all(screen.shows()).first()).isVisible();
    }
}
