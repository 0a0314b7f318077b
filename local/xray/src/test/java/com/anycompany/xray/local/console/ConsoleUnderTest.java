package com.anycompany.xray.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.XRayLocalServer;
import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.store.StoreOptions;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** An X-Ray Local and a browser page with its console; {@code close} fails if the page had script or policy errors. */
final class ConsoleUnderTest implements AutoCloseable {

    private static final int STORE_BYTES = 64 << 20;

    private final Chromium chromium;
    private final StoreOptions store;
    private final int port;
    private final List<String> errors = new ArrayList<>();
    private @Nullable XRayLocalServer server;
    private @Nullable Page page;

    private ConsoleUnderTest(Chromium chromium, int storeBytes) {
        this.chromium = chromium;
        this.store = new StoreOptions(storeBytes, Duration.ofHours(1));
        XRayLocalServer started = serve(0);
        this.server = started;
        this.port = started.port();
    }

    static ConsoleUnderTest start(Chromium chromium) {
        return new ConsoleUnderTest(chromium, STORE_BYTES);
    }

    static ConsoleUnderTest start(Chromium chromium, int storeBytes) {
        return new ConsoleUnderTest(chromium, storeBytes);
    }

    private XRayLocalServer serve(int at) {
        try {
            return XRayLocalServer.start(
                    new XRayLocalServer.Options(InetAddress.getLoopbackAddress(), at, Set.of(), store),
                    Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops X-Ray Local; the page stays open. */
    void stopServer() {
        if (server != null) server.close();
        server = null;
    }

    /** Starts an empty X-Ray Local on the same port. */
    void startServerAgain() {
        server = serve(port);
    }

    /** Opens a link such as {@code #/service-map} in a new page. */
    Page open(String link) {
        return open(link, 1280, ColorScheme.LIGHT);
    }

    Page open(String link, int width, ColorScheme colours) {
        if (page != null) page.context().close();
        Page opened = chromium.browser()
                .newPage(
                        new Browser.NewPageOptions().setViewportSize(width, 800).setColorScheme(colours));
        page = opened;
        opened.onPageError(errors::add);
        opened.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) errors.add(message.text());
        });
        opened.navigate(url() + "/" + link);
        return opened;
    }

    /** Opens another link in the same page. */
    void go(String link) {
        page().evaluate("link => { location.hash = link; }", link);
    }

    Page page() {
        return Objects.requireNonNull(page);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    Locator all(String css) {
        return page().locator(css);
    }

    Locator node(String key) {
        return page().locator("[data-node='" + key + "']");
    }

    /** The position of each node of the map. */
    Map<String, String> places() {
        var places = new TreeMap<String, String>();
        for (Locator node : page().locator("[data-node]").all()) {
            places.put(
                    String.valueOf(node.getAttribute("data-node")), (String) node.evaluate("n => n.style.transform"));
        }
        return places;
    }

    void send(ShopTrace... traces) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        List<String> documents = new ArrayList<>();
        for (ShopTrace trace : traces) documents.addAll(trace.documents());
        for (int i = 0; i < documents.size(); i += 200) {
            String answer = sendDocuments(http, documents.subList(i, Math.min(documents.size(), i + 200)));
            assertThat(answer).isEqualTo("{\"UnprocessedTraceSegments\":[]}");
        }
    }

    String sendDocuments(List<String> documents) throws Exception {
        return sendDocuments(HttpClient.newHttpClient(), documents);
    }

    private String sendDocuments(HttpClient http, List<String> documents) throws Exception {
        String body = documents.stream()
                .map(document -> '"'
                        + document.replace("\\", "\\\\").replace("\"", "\\\"").replace('\n', ' ')
                        + '"')
                .collect(Collectors.joining(",", "{\"TraceSegmentDocuments\":[", "]}"));
        return post(http, "/TraceSegments", body);
    }

    /** Uses a new connection, since the server may close an idle one while it is reused. */
    String post(String path, String body) throws Exception {
        return post(HttpClient.newHttpClient(), path, body);
    }

    /** Waits until every document that was received is stored or rejected. */
    void awaitStored() {
        HttpClient http = HttpClient.newHttpClient();
        var request =
                HttpRequest.newBuilder(URI.create(url() + "/local/status")).build();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            byte[] status = http.send(request, BodyHandlers.ofByteArray()).body();
            Map<?, ?> documents = (Map<?, ?>) ((Map<?, ?>) Json.read(status)).get("documents");
            int open = count(documents, "received");
            for (String name : List.of("stored", "duplicate", "rejected", "dropped")) open -= count(documents, name);
            return open == 0;
        });
    }

    private static int count(Map<?, ?> documents, String name) {
        return ((Number) documents.get(name)).intValue();
    }

    private String post(HttpClient http, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    int port() {
        return port;
    }

    /** Closes the page, and fails if it had errors. */
    void closePage() {
        if (page != null) page.context().close();
        page = null;
        assertThat(errors).isEmpty();
    }

    @Override
    public void close() {
        stopServer();
        closePage();
    }
}
