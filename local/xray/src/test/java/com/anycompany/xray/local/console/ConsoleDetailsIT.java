package com.anycompany.xray.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.console.ShopTrace.Call;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The segment panel, and the map's controls. */
class ConsoleDetailsIT extends OverOwnServer {

    private static final String QUERY = "SELECT * FROM orders WHERE id = ?";

    @Test
    void linkedTrace_isReachedFromTheSegmentThatNamesIt() throws Exception {
        var sender = new ShopTrace();
        String sent = sender.segment("sender", null, 0.1, "POST", "http://localhost/send", 202, "");
        var worker = new ShopTrace();
        String link = "\"links\":[{\"trace_id\":\"%s\",\"id\":\"%s\"}],".formatted(sender.id, sent);
        worker.segment("worker", null, 0.1, "POST", "http://localhost/work", 200, link);
        console().send(sender, worker);
        Page page = console().open("#/traces/" + worker.id);
        all(".tl-row").first().click();
        tab("Links").click();
        page.getByText(sender.id).click();
        assertThat(page).hasURL(Pattern.compile("#/traces/" + sender.id + "\\?span=" + sent));
        assertThat(all("aside.panel h2")).hasText("sender");
    }

    @Test
    void callThatWasTriedAgain_andItsQuery_areTold() throws Exception {
        var trace = new ShopTrace();
        Call first = query(trace, "00000000000000b1", 0, 0.02, "\"fault\":true,");
        Call second = query(trace, "00000000000000b2", 0.03, 0.05, "");
        trace.segment("orderservice", null, 0.1, "GET", "http://localhost/orders/1", 200, "", first, second);
        console().send(trace);
        console().open("#/traces/" + trace.id);
        assertThat(all(".tag.attempt")).hasText(new String[] {"attempt 1 of 2", "attempt 2 of 2"});
        all("[data-span='" + first.id() + "']").click();
        tab("SQL").click();
        assertThat(all(".properties")).containsText(QUERY);
    }

    private static Call query(ShopTrace trace, String id, double start, double end, String more) {
        return new Call(id, """
                {"name":"orders@db","id":"%s","start_time":%s,"end_time":%s,"namespace":"remote",%s
                 "sql":{"sanitized_query":"%s","database_type":"PostgreSQL"}}""".formatted(id, trace.time(start), trace.time(end), more, QUERY));
    }

    @Test
    void escapeAndTheCross_closeASegmentsPanel_andGoBackToItsRow() throws Exception {
        ShopTrace trace = ShopTrace.failedCheckout();
        console().send(trace);
        Page page = console().open("#/traces/" + trace.id);
        Locator payments = all(".tl-row.segment").filter(new Locator.FilterOptions().setHasText("paymentservice"));
        payments.click();
        tab("Exceptions").focus();
        page.keyboard().press("Escape");
        assertThat(all("aside.panel")).hasCount(0);
        assertThat(payments).isFocused();
        assertThat(page).not().hasURL(Pattern.compile("span="));

        payments.click();
        page.getByLabel("Close panel").click();
        assertThat(all("aside.panel")).hasCount(0);
        assertThat(payments).isFocused();
    }

    @Test
    void rawDocument_isCopiedAsItIs() throws Exception {
        ShopTrace trace = ShopTrace.product();
        console().send(trace);
        Page page = console().open("#/traces/" + trace.id);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        all(".tl-row").first().click();
        tab("Raw").click();
        page.getByText("Copy JSON").click();
        assertThat(page.getByText("Copied")).isVisible();
        assertThat(page.evaluate("navigator.clipboard.readText().then(text => JSON.parse(text).trace_id)"))
                .isEqualTo(trace.id);
    }

    @Test
    void pausedMap_staysAsItIs_untilItIsResumed() throws Exception {
        console().send(ShopTrace.product());
        Page page = console().open("#/service-map");
        assertThat(all("[data-node]")).hasCount(4);
        page.getByText("Pause").click();
        assertThat(all(".when.live")).hasCount(0);
        console().send(ShopTrace.failedCheckout());
        console().go("#/service-map?selected=frontend");
        assertThat(all("aside.panel h2")).hasText("frontend");
        assertThat(all("[data-node]")).hasCount(4);
        page.getByText("Resume").click();
        assertThat(all("[data-node]")).hasCount(7);
    }

    @Test
    void customRange_isChosenInAFormAndIsInTheLink() throws Exception {
        console().send(ShopTrace.product());
        Page page = console().open("#/traces");
        assertThat(all("[data-trace]")).hasCount(1);
        page.getByText("Custom…").click();
        Locator from = page.getByLabel("From", new Page.GetByLabelOptions().setExact(true));
        from.fill("2026-01-02T03:04:05");
        page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).fill("2026-01-02T03:14:05");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("range=2026-01-0\\dT..%3A04%3A05.000Z%7E"));
        assertThat(all(".empty h2")).hasText("No traces from 03:04:05 to 03:14:05");
        page.goBack();
        assertThat(all("[data-trace]")).hasCount(1);
    }

    @Test
    void listOfTheMap_leadsToTheSamePanel_andKeepsTheFocus() throws Exception {
        console().send(ShopTrace.product(), ShopTrace.failedCheckout());
        Page page = console().open("#/service-map");
        page.getByText("List", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(all(".stage tbody tr")).hasCount(6);
        Locator payments = all(".stage [data-key='paymentservice']");
        payments.focus();
        page.keyboard().press("Enter");
        assertThat(all("aside.panel h2")).hasText("paymentservice");
        console().send(ShopTrace.call("auditservice"));
        assertThat(all(".stage tbody tr")).hasCount(7);
        assertThat(payments).isFocused();
    }

    @Test
    void longName_pushesNoFigureOfTheListOutOfSight() throws Exception {
        console().send(ShopTrace.call("long".repeat(45)));
        Page page = console().open("#/service-map?view=list");
        assertThat(all(".stage tbody tr")).hasCount(2);
        assertThat(page.getByText("Throttled", new Page.GetByTextOptions().setExact(true)))
                .isInViewport();
    }

    private Locator tab(String name) {
        return all("[role=tab]").filter(new Locator.FilterOptions().setHasText(name));
    }
}
