package com.anycompany.shop.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** X-Ray Local's console over the real shop, in a browser that asks nobody else for anything. */
final class ConsolePage implements AutoCloseable {

    private static final int MOST_PRESSES = 150;

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    ConsolePage(Browser browser, Shop shop) {
        address = shop.ports().url("xray") + "/";
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(address)) complaints.add("asked for " + request.url());
        });
    }

    /** A fixed range of time, as the console's links name it. */
    static String range(Instant start, Instant end) {
        return start + "~" + end;
    }

    ConsolePage open(String link) {
        page.navigate(address + link);
        return this;
    }

    ConsolePage waitFor(String css) {
        assertThat(page.locator(css).first()).isVisible();
        return this;
    }

    Page page() {
        return page;
    }

    Locator all(String css) {
        return page.locator(css);
    }

    List<String> attributes(String css, String attribute) {
        return all(css).all().stream()
                .map(each -> each.getAttribute(attribute))
                .sorted()
                .toList();
    }

    /** Where each node of the map lies. */
    Map<String, String> places() {
        Map<String, String> places = new TreeMap<>();
        for (Locator node : all("[data-node]").all()) {
            places.put(node.getAttribute("data-node"), (String) node.evaluate("node => node.style.transform"));
        }
        return places;
    }

    /** Presses Tab until something that matches has the focus, as a person without a mouse does. */
    ConsolePage tabTo(String css) {
        return pressUntil("Tab", css);
    }

    /** Presses the right arrow until a node of the map that matches has the focus: the map is one tab stop. */
    ConsolePage arrowTo(String css) {
        return pressUntil("ArrowRight", css);
    }

    private ConsolePage pressUntil(String key, String css) {
        for (int i = 0; i < MOST_PRESSES; i++) {
            if ((boolean) page.evaluate("css => document.activeElement.matches(css)", css)) {
                return this;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError(key + " never reaches " + css);
    }

    ConsolePage press(String key) {
        page.keyboard().press(key);
        return this;
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
