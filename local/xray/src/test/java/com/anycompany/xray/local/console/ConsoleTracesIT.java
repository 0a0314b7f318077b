package com.anycompany.xray.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The traces, trace and analytics screens. */
class ConsoleTracesIT extends OverOwnServer {

    @Test
    void completion_offersValuesThatTracesHave() throws Exception {
        console().send(ShopTrace.product());
        console().open("#/traces");
        assertThat(all("[data-trace]")).hasCount(1);
        all(".filter-input").fill("http.method = ");
        all(".filter-input").press("ArrowDown");
        assertThat(all("[role=option] code")).hasText(new String[] {"\"GET\""});
        all(".filter-input").press("Enter");
        assertThat(all(".filter-input")).hasValue("http.method = \"GET\"");
    }

    @Test
    void chosenCompletion_staysChosen_whenTheKeywordsArriveLate() throws Exception {
        console().send(ShopTrace.product());
        Page page = console().open("#/traces");
        List<Route> keywords = new ArrayList<>();
        page.route("**/local/filter-keywords", keywords::add);
        assertThat(all("[data-trace]")).hasCount(1);
        all(".filter-input").fill("http.method = ");
        all(".filter-input").press("ArrowDown");
        page.waitForCondition(() -> !keywords.isEmpty());
        page.waitForResponse("**/local/filter-keywords", keywords.get(0)::resume);
        page.waitForTimeout(200);
        all(".filter-input").press("Enter");
        assertThat(all(".filter-input")).hasValue("http.method = \"GET\"");
    }

    @Test
    void firstSearch_fillsAFrameThatIsThereAtOnce() throws Exception {
        console().send(ShopTrace.product());
        Page page = console().open("#/configuration");
        List<Route> searches = new ArrayList<>();
        page.route("**/TraceSummaries", searches::add);
        console().go("#/traces");
        assertThat(all(".traces-screen [aria-busy]")).isVisible();
        assertThat(all(".traces-table tbody")).hasText("Searching…");
        assertThat(page.getByLabel("Group by")).hasValue("url");
        double table = all(".traces-table").boundingBox().y;
        double times = all(".histogram").boundingBox().y;
        page.waitForCondition(() -> !searches.isEmpty());
        searches.get(0).resume();
        assertThat(all("[data-trace]")).hasCount(1);
        assertThat(all(".traces-table").boundingBox().y).isEqualTo(table);
        assertThat(all(".histogram").boundingBox().y).isEqualTo(times);
    }

    @Test
    void comparison_saysWhatDiffersAndWhatWasToBlame() throws Exception {
        console().send(ShopTrace.product(), ShopTrace.product(), ShopTrace.failedCheckout());
        console().open("#/analytics");
        console().page().getByText("Faults with the rest").click();
        assertThat(console().page()).hasURL(Pattern.compile(".*#/analytics\\?a=fault"));
        assertThat(all(".set-card.a .facts dd").first()).hasText("1");
        assertThat(all(".set-card.b .facts dd").first()).hasText("2");
        assertThat(row("status", "502")).containsText("+100");
        assertThat(row("method", "GET")).containsText("−100");
        assertThat(all(".cause-path .step-name")).hasText(new String[] {"frontend", "orderservice", "paymentservice"});
        all(".cause-path").click();
        assertThat(console().page()).hasURL(Pattern.compile(".*rootcause\\.fault\\.json.*"));
        assertThat(all(".set-card.a .facts dd").first()).hasText("1");
    }

    @Test
    void draggingInAComparison_narrowsTheChosenSet() throws Exception {
        console().send(ShopTrace.product(), ShopTrace.failedCheckout());
        console().open("#/analytics?a=ok&b=fault&into=b");
        assertThat(all(".set-card.b .facts dd").first()).hasText("1");
        drag(".overlay.selectable", 0.5, 0.99);
        assertThat(console().page()).hasURL(Pattern.compile(".*[?&]b=fault\\+AND\\+responsetime.*"));
        assertThat(console().page()).hasURL(Pattern.compile(".*[?&]a=ok&.*"));
        console().page().goBack();
        assertThat(all(".set-card.b .filter-input")).hasValue("fault");
    }

    @Test
    void mistakeInASetsFilter_isPointedAtInThatSet() throws Exception {
        console().send(ShopTrace.product());
        console().open("#/analytics?a=ok&b=ok+AND+nonsense");
        assertThat(all(".set-card.b .filter-error p")).containsText("column 8");
        assertThat(all(".set-card.a .filter-error")).isHidden();
    }

    @Test
    void hostileTexts_areShownAsTextInAComparison() throws Exception {
        String markup = "<img src=x onerror=document.title='owned'>";
        ShopTrace trace = new ShopTrace();
        trace.segment(
                "سوق service",
                null,
                0.1,
                "GET",
                "http://localhost/" + markup,
                500,
                "\"fault\":true,\"annotations\":{\"note\":\"" + markup + "x".repeat(300) + "\"},");
        console().send(ShopTrace.product(), trace);
        console().open("#/analytics?a=fault");
        assertThat(all("[data-field='annotation.note'] button.link").first()).containsText(markup);
        assertThat(all("main img")).hasCount(0);
        assertThat(console().page()).hasTitle("Analytics · X-Ray Local");
    }

    @Test
    void liveMode_showsNewTracesByThemselves_andKeepsTheFocus() throws Exception {
        console().send(ShopTrace.product());
        console().open("#/traces");
        assertThat(all("[data-trace]")).hasCount(1);
        all(".live").click();
        assertThat(all(".live")).hasAttribute("aria-pressed", "true");
        all("[data-trace] a").focus();
        String focused = all("[data-trace]").getAttribute("data-trace");

        console().send(ShopTrace.failedCheckout());
        assertThat(all("[data-trace]")).hasCount(2);
        assertThat(all("[data-trace='" + focused + "'] a")).isFocused();

        all(".live").click();
        assertThat(all(".live")).hasAttribute("aria-pressed", "false");
        console().send(ShopTrace.product());
        console().awaitStored();
        assertThat(all("[data-trace]")).hasCount(2);
    }

    @Test
    void emptyTime_leadsToTheNewestTraces() throws Exception {
        console().send(ShopTrace.product());
        for (String screen : List.of("traces", "service-map", "analytics")) {
            console().open("#/" + screen + "?range=2020-01-01T00:00:00.000Z~2020-01-01T00:05:00.000Z");
            assertThat(all(".empty h2")).containsText("No traces");
            all(".empty a.primary").click();
            assertThat(all(".empty")).hasCount(0);
            assertThat(all(
                            screen.equals("traces")
                                    ? "[data-trace]"
                                    : screen.equals("service-map") ? ".map [data-node='frontend']" : ".set-card.a"))
                    .isVisible();
        }
    }

    @Test
    void stack_isCopied_andItsPanelMadeWider() throws Exception {
        ShopTrace failed = ShopTrace.failedCheckout();
        console().send(failed);
        console().open("#/traces/" + failed.id, 1400, com.microsoft.playwright.options.ColorScheme.LIGHT);
        console().page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        all(".tl-row:has-text('paymentservice')").last().click();
        console()
                .page()
                .getByRole(com.microsoft.playwright.options.AriaRole.TAB)
                .getByText("Exceptions")
                .click();
        assertThat(all(".stack")).isVisible();
        all(".tab-body button").getByText("Copy exceptions").click();
        assertThat(all(".tab-body")).containsText("Copied");
        assertThat((String) console().page().evaluate("navigator.clipboard.readText()"))
                .contains("    at ");

        double narrow = all(".span-panel").boundingBox().width;
        all(".widen").click();
        assertThat(all(".span-panel").boundingBox().width).isGreaterThan(narrow * 1.5);
        all(".widen").click();
        assertThat(all(".span-panel").boundingBox().width).isEqualTo(narrow);
    }

    @Test
    void columns_sortTheWholeResult() throws Exception {
        List<ShopTrace> traces = new ArrayList<>();
        for (int i = 1; i <= 30; i++) traces.add(ShopTrace.checkout(i * 0.01));
        traces.add(ShopTrace.failedCheckout());
        console().send(traces.toArray(ShopTrace[]::new));
        console().open("#/traces");
        assertThat(all("[data-trace]")).hasCount(25);
        column("Response time").click();
        assertThat(console().page()).hasURL(Pattern.compile(".*sort=duration"));
        assertThat(all("[data-trace] .time-cell").first()).hasText("400 ms");
        assertThat(column("Response time")).isFocused();
        column("Response time").click();
        assertThat(all("[data-trace] .time-cell").first()).hasText("20 ms");
        column("Status").click();
        assertThat(all("[data-trace] .pill").first()).hasText("502");
        assertThat(all("th[aria-sort=descending]")).containsText("Status");
    }

    @Test
    void nodesOfATrace_areInTheOrderOfTheCalls() throws Exception {
        console().send(ShopTrace.failedCheckout());
        console().open("#/traces");
        assertThat(all("[data-trace] td:nth-child(6)")).hasText("frontend, orderservice, paymentservice +1");
    }

    @Test
    void filterInMilliseconds_thatMatchesNothing_isCorrected() throws Exception {
        console().send(ShopTrace.failedCheckout());
        console().open("#/traces?filter=responsetime+%3E+100");
        assertThat(all(".units-hint")).containsText("did you mean 100 ms rather than 100 s?");
        all(".units-hint a").click();
        assertThat(all("[data-trace]")).hasCount(1);
    }

    @Test
    void emptySet_isSaid_andNothingIsCompared() throws Exception {
        console().send(ShopTrace.product());
        console().open("#/analytics?a=fault");
        assertThat(all(".empty h2")).hasText("No trace is in set A");
        assertThat(all(".difference-cards")).hasCount(0);
    }

    private Locator column(String name) {
        return all("th button").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void nothingToCompare_saysWhatToDoNext() {
        console().open("#/analytics");
        assertThat(all(".empty code")).containsText("AWS_XRAY_DAEMON_ADDRESS");
    }

    @Test
    void switchesOfTheTimeline_areInTheLink() throws Exception {
        ShopTrace trace = ShopTrace.failedCheckout();
        console().send(trace);
        console().open("#/traces/" + trace.id + "?critical=on");
        assertThat(all(".timeline.critical-only")).hasCount(1);
        console().page().getByText("Services only").click();
        assertThat(console().page()).hasURL(Pattern.compile(".*critical=on&services=on"));
        assertThat(all(".tl-gap").first()).hasAttribute("title", Pattern.compile("Gap of .*: nothing recorded"));
    }

    @Test
    void criticalPath_isDrawnAsTheStretchesThatTheTraceWaitedFor() throws Exception {
        ShopTrace trace = ShopTrace.failedCheckout();
        console().send(trace);
        console().open("#/traces/" + trace.id);
        Locator stretches = all(".tl-critical");
        assertThat(stretches.first()).isHidden();
        console().page().getByText("Critical path").click();
        assertThat(stretches.first()).isVisible();
        assertThat(stretches.first()).hasAttribute("title", Pattern.compile("The trace waits .* for this"));
    }

    @Test
    void draggingOnTheTimeAxis_zoomsIn_andTheButtonZoomsOut() throws Exception {
        ShopTrace trace = ShopTrace.failedCheckout();
        console().send(trace);
        console().open("#/traces/" + trace.id);
        // The map comes later and moves the timeline down.
        assertThat(all(".trace-map")).isVisible();
        all(".tl-axis").scrollIntoViewIfNeeded();
        var axis = all(".tl-axis").boundingBox();
        var mouse = console().page().mouse();
        mouse.move(axis.x + axis.width * 0.25, axis.y + axis.height / 2);
        mouse.down();
        mouse.move(axis.x + axis.width * 0.5, axis.y + axis.height / 2);
        mouse.up();
        assertThat(all(".tl-axis")).hasAttribute("aria-label", "Time, from 100 ms to 200 ms");
        console().page().getByText("Zoom out").click();
        assertThat(all(".tl-axis")).hasAttribute("aria-label", "Time, from 0 ms to 400 ms");
    }

    @Test
    void statistics_areSortedByAColumn_andMarkTheSpansOfAName() throws Exception {
        ShopTrace trace = ShopTrace.failedCheckout();
        console().send(trace);
        console().open("#/traces/" + trace.id);
        console().page().getByText("Statistics by name").click();
        assertThat(all(".statistics th[aria-sort=descending]")).containsText("Self");
        all(".statistics [data-column=name]").click();
        assertThat(all(".statistics th[aria-sort=ascending]")).containsText("Name");
        all(".statistics tbody button").last().click();
        assertThat(all(".timeline.searching .tl-row.marked").first()).isVisible();
    }

    @Test
    void comparison_saysWhatIsSlowerNewOrMissing_andIsInTheLink() throws Exception {
        ShopTrace slow = ShopTrace.checkout(0.5);
        ShopTrace fast = ShopTrace.checkout(0.1);
        console().send(slow, fast);
        console().open("#/traces/" + slow.id);
        console().page().getByText("Compare with another trace").click();
        console().page().getByLabel("Id of the other trace").fill(fast.id);
        console()
                .page()
                .getByText("Compare", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(console().page()).hasURL(Pattern.compile(".*with=" + fast.id));
        Locator frontend = all(".comparison tbody tr").first();
        assertThat(frontend).containsText("frontend");
        assertThat(frontend).containsText("510 ms");
        assertThat(frontend).containsText("110 ms");
        assertThat(frontend).containsText("+400 ms");
    }

    private void drag(String css, double from, double to) {
        var box = all(css).boundingBox();
        console().page().mouse().move(box.x + box.width * from, box.y + 40);
        console().page().mouse().down();
        console().page().mouse().move(box.x + box.width * to, box.y + 40);
        console().page().mouse().up();
    }

    private Locator row(String field, String value) {
        return all("[data-field='" + field + "'] tbody tr").filter(new Locator.FilterOptions().setHasText(value));
    }
}
