package com.anycompany.xray.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.XRayLocalServer;
import com.anycompany.xray.local.store.StoreOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The console in a real browser, against a real X-Ray Local. */
class ConsoleIT {

    private static @Nullable Chromium chromium;
    private static @Nullable XRayLocalServer server;
    private static final ShopTrace failed = ShopTrace.failedCheckout();

    private final List<String> complaints = new ArrayList<>();
    private @Nullable Page page;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        server = startServer();
        send(server, ShopTrace.product());
        send(server, failed);
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
        if (chromium != null) chromium.close();
    }

    @AfterEach
    void browserHadNothingToComplainOf() {
        if (page != null) page.context().close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void map_showsEveryNodeAndEdge() {
        open("#/service-map");
        assertThat(page().locator("[data-node]")).hasCount(7);
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
        assertThat(node("paymentservice").locator(".ring-arc.fault")).hasAttribute("stroke-dasharray", "100.00 0.00");
        assertThat(node("catalogservice").locator(".ring-arc.ok")).hasAttribute("stroke-dasharray", "100.00 0.00");
        assertThat(node("paymentservice")).hasAttribute("aria-label", Pattern.compile("200 ms mean.*1 faults"));
    }

    @Test
    void liveUpdate_movesNoNodeAndBringsTheNewOne() throws Exception {
        try (XRayLocalServer own = startServer()) {
            send(own, ShopTrace.product());
            send(own, ShopTrace.failedCheckout());
            open(own, "#/service-map", 1280, ColorScheme.LIGHT);
            assertThat(page().locator("[data-node]")).hasCount(7);
            Map<String, String> before = places();
            send(own, ShopTrace.call("auditservice"));
            assertThat(node("auditservice")).isVisible();
            assertThat(places()).containsAllEntriesOf(before).hasSize(8);
        }
    }

    @Test
    void fault_isReachedFromTheMapThroughTheListToItsException() {
        open("#/service-map");
        node("paymentservice").click();
        Locator panel = page().locator("aside.panel");
        assertThat(panel.locator("h2")).hasText("paymentservice");
        panel.getByText("Faults (5xx)").click();
        panel.getByText("View traces").click();
        assertThat(page()).hasURL(Pattern.compile(".*#/traces\\?filter=.*paymentservice.*fault.*"));
        assertThat(page().locator("[data-trace]")).hasCount(1);
        page().locator("[data-trace='" + failed.id + "'] a").click();
        Locator row =
                page().locator(".tl-row.segment").filter(new Locator.FilterOptions().setHasText("paymentservice"));
        row.click();
        assertThat(page().locator(".exception h3"))
                .hasText(new String[] {"com.shop.ProcessorFailed", "java.net.SocketTimeoutException"});
        assertThat(page().locator(".stack")).containsText("com.shop.Payments.capture");
    }

    @Test
    void everyLink_showsTheSameWhenPasted() {
        open("#/traces/" + failed.id);
        page().locator(".tl-row.segment")
                .filter(new Locator.FilterOptions().setHasText("orderservice"))
                .click();
        String link = page().url();
        assertThat(link).contains("?span=");
        page().context().close();
        openUrl(link, 1280, ColorScheme.LIGHT);
        assertThat(page().locator("aside.panel h2")).hasText("orderservice");
        assertThat(page().locator(".tl-row.selected")).containsText("orderservice");
    }

    @Test
    void backButton_returnsFromTheTraceToTheList() {
        open("#/traces?group=status");
        page().locator("[data-trace='" + failed.id + "'] a").click();
        assertThat(page().locator("[role=treegrid]")).isVisible();
        page().goBack();
        assertThat(page().locator("[data-trace='" + failed.id + "']")).isVisible();
        assertThat(page().getByLabel("Group by")).hasValue("status");
    }

    @Test
    void traceThatIsNotHereYet_showsUpOnceItArrives() throws Exception {
        ShopTrace late = ShopTrace.product();
        open("#/traces/" + late.id);
        assertThat(page().getByText("This trace isn't here yet")).isVisible();
        send(server(), late);
        assertThat(page().locator("[role=treegrid]")).isVisible();
    }

    @Test
    void draggingOverTheBars_keepsOnlyThoseTraces() {
        open("#/traces");
        var bars = page().locator(".histogram.selectable").boundingBox();
        page().mouse().move(bars.x + bars.width * 0.6, bars.y + 40);
        page().mouse().down();
        page().mouse().move(bars.x + bars.width - 1, bars.y + 40);
        page().mouse().up();
        assertThat(page()).hasURL(Pattern.compile(".*filter=responsetime.*"));
        assertThat(page().locator("[data-trace='" + failed.id + "']")).isVisible();
        assertThat(page().locator("[data-trace]")).hasCount(1);
    }

    @Test
    void mistakeInTheFilter_isPointedAt() {
        open("#/traces?filter=ok+AND+nonsense");
        assertThat(page().locator(".filter-caret")).hasText("ok AND nonsense\n       ▲");
        assertThat(page().locator(".filter-error p")).containsText("column 8");
    }

    @Test
    void keyboard_opensAndClosesANode() {
        open("#/service-map");
        node("frontend").focus();
        page().keyboard().press("Enter");
        assertThat(page().locator("aside.panel h2")).hasText("frontend");
        page().keyboard().press("Escape");
        assertThat(page().locator("aside.panel")).hasCount(0);
    }

    @Test
    void nothingYet_saysWhatToDoNext() throws Exception {
        try (XRayLocalServer empty = startServer()) {
            open(empty, "#/service-map", 1280, ColorScheme.LIGHT);
            assertThat(page().locator(".empty code"))
                    .hasText("export AWS_XRAY_DAEMON_ADDRESS=127.0.0.1:" + empty.port());
        }
    }

    @Test
    void hostileTexts_areShownAsText() throws Exception {
        String markup = "<img src=x onerror=document.title='owned'><script>document.title='owned'</script>";
        try (XRayLocalServer own = startServer()) {
            var trace = new ShopTrace();
            trace.segment(
                    "سوق service",
                    null,
                    0.1,
                    "GET",
                    "http://localhost/" + markup,
                    200,
                    "\"user\":\"%s\",\"annotations\":{\"note\":\"%s\u202Eevil\"},".formatted(markup, markup));
            send(own, trace);
            post(own, List.of("{\"name\":\"" + markup + "\",\"id\":\"1\"}"));
            for (String link : List.of(
                    "#/service-map", "#/traces", "#/traces?group=user", "#/traces/" + trace.id, "#/configuration")) {
                open(own, link, 1280, ColorScheme.LIGHT);
                Locator shown = link.contains("map")
                        ? node("سوق service")
                        : page().getByText("onerror").first();
                assertThat(shown).isAttached();
                assertThat(page().locator("main img, main script")).hasCount(0);
                assertThat(page().title()).doesNotContain("owned");
                page().context().close();
            }
        }
    }

    @Test
    void phone_needsNoHorizontalScrolling() {
        open(server(), "", 360, ColorScheme.LIGHT);
        for (Screen screen : screens()) {
            show(screen);
            assertThat(page().evaluate("document.documentElement.scrollWidth"))
                    .as(screen.link())
                    .isEqualTo(360);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axe_findsNothing(ColorScheme colours) {
        open(server(), "", 1280, colours);
        for (Screen screen : screens()) {
            show(screen);
            assertThat(page().locator(".new, [aria-busy]")).hasCount(0);
            var violations = new AxeBuilder(page())
                    .analyze().getViolations().stream()
                            .map(rule ->
                                    rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                            .toList();
            assertThat(violations).as(screen.link()).isEmpty();
        }
    }

    @Test
    void traceOf2000Segments_hasOnlyTheRowsInSightInThePage() throws Exception {
        ShopTrace wide = ShopTrace.wide(2000);
        try (XRayLocalServer own = startServer()) {
            send(own, wide);
            open(own, "#/traces/" + wide.id, 1280, ColorScheme.LIGHT);
            Locator timeline = page().locator("[role=treegrid]");
            assertThat(timeline).hasAttribute("aria-rowcount", Pattern.compile("[2-4]\\d{3}"));
            assertThat(page().locator(".tl-row").count()).isLessThan(60);
            page().locator(".tl-row").first().focus();
            page().keyboard().press("End");
            assertThat(page().locator(".tl-row:focus"))
                    .hasAttribute("aria-rowindex", timeline.getAttribute("aria-rowcount"));
            assertThat(page().locator(".tl-row").count()).isLessThan(60);
        }
    }

    /** A screen's link, and what is there once it is shown. */
    private record Screen(String link, String shows) {}

    private static List<Screen> screens() {
        return List.of(
                new Screen("#/service-map", ".map [data-node]"),
                new Screen("#/service-map?view=list", ".stage .table"),
                new Screen("#/service-map?selected=paymentservice", "aside.panel"),
                new Screen("#/traces", "[data-trace]"),
                new Screen("#/traces/" + failed.id, "[role=treegrid]"),
                new Screen("#/configuration", ".counters"));
    }

    private void show(Screen screen) {
        page().evaluate("link => { location.hash = link; }", screen.link());
        assertThat(page().locator(screen.shows()).first()).isVisible();
    }

    private static XRayLocalServer server() {
        return Objects.requireNonNull(server);
    }

    private Page page() {
        return Objects.requireNonNull(page);
    }

    private Locator node(String key) {
        return page().locator("[data-node='" + key + "']");
    }

    private void open(String link) {
        open(server(), link, 1280, ColorScheme.LIGHT);
    }

    private void open(XRayLocalServer at, String link, int width, ColorScheme colours) {
        openUrl("http://127.0.0.1:" + at.port() + "/" + link, width, colours);
    }

    private void openUrl(String url, int width, ColorScheme colours) {
        Page opened = Objects.requireNonNull(chromium)
                .browser()
                .newPage(
                        new Browser.NewPageOptions().setViewportSize(width, 800).setColorScheme(colours));
        page = opened;
        opened.onPageError(complaints::add);
        opened.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) complaints.add(message.text());
        });
        opened.navigate(url);
    }

    private List<String> attributes(String selector, String name) {
        return page().locator(selector).all().stream()
                .map(each -> String.valueOf(each.getAttribute(name)))
                .toList();
    }

    private Map<String, String> places() {
        var places = new TreeMap<String, String>();
        for (Locator node : page().locator("[data-node]").all()) {
            places.put(
                    String.valueOf(node.getAttribute("data-node")), (String) node.evaluate("n => n.style.transform"));
        }
        return places;
    }

    private static XRayLocalServer startServer() throws IOException {
        var options = new XRayLocalServer.Options(
                InetAddress.getLoopbackAddress(), 0, Set.of(), new StoreOptions(32 << 20, Duration.ofHours(1)));
        return XRayLocalServer.start(options, Clock.systemUTC());
    }

    private static void send(XRayLocalServer to, ShopTrace trace) throws Exception {
        List<String> documents = trace.documents();
        for (int i = 0; i < documents.size(); i += 50) {
            String answer = post(to, documents.subList(i, Math.min(documents.size(), i + 50)));
            assertThat(answer).isEqualTo("{\"UnprocessedTraceSegments\":[]}");
        }
    }

    private static String post(XRayLocalServer to, List<String> documents) throws Exception {
        String body = documents.stream()
                .map(document -> '"'
                        + document.replace("\\", "\\\\").replace("\"", "\\\"").replace('\n', ' ')
                        + '"')
                .collect(Collectors.joining(",", "{\"TraceSegmentDocuments\":[", "]}"));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to.port() + "/TraceSegments"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
