package com.anycompany.xray.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The configuration screen: its pages, changes, and rejected changes. */
class ConsoleConfigurationIT extends OverOwnServer {

    private static final String MARKUP = "<img src=x onerror=document.title='owned'>";
    private static final List<String> PAGES = List.of("connect", "sampling", "groups", "insights", "rejected", "store");

    @Test
    void samplingRule_isCreatedCorrectedEditedAndDeleted_withTheKeyboard() {
        Page page = console().open("#/configuration/sampling");
        page.getByText("New rule").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[name=RuleName]")).isFocused();
        page.keyboard().type("orders-only");
        page.locator("[name=Priority]").fill("0");
        page.locator("[name=URLPath]").fill("/api/v1/orders*");
        page.keyboard().press("Enter");
        assertThat(page.locator("[name=Priority]")).isFocused();
        assertThat(page.locator("[name=Priority]")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(".field:has([name=Priority]) .field-error")).hasText("Priority must be at least 1");
        page.locator("[name=Priority]").fill("seven");
        page.keyboard().press("Enter");
        assertThat(page.locator(".field:has([name=Priority]) .field-error")).hasText("Priority must be a number");
        page.locator("[name=Priority]").fill("7");
        page.keyboard().press("Enter");
        Locator rule = page.locator("[data-rule='orders-only']");
        assertThat(rule).containsText("Path = /api/v1/orders*");
        assertThat(page.locator("[data-rule]").first()).containsText("orders-only");

        rule.getByText("Edit").click();
        page.locator("[name=FixedRate]").fill("0,5");
        page.keyboard().press("Enter");
        assertThat(rule).containsText("50 %");
        rule.getByText("Delete").click();
        rule.getByText("Really?").click();
        assertThat(rule).hasCount(0);
        assertThat(page.locator("[data-rule]")).hasCount(1);
    }

    @Test
    void samplingRule_showsWhatClientsReported() throws Exception {
        Page page = console().open("#/configuration/sampling");
        assertThat(page.locator("[data-rule]")).hasCount(1);
        console()
                .post(
                        "/SamplingTargets",
                        "{\"SamplingStatisticsDocuments\":[{\"RuleName\":\"Default\",\"ClientID\":\"0123456789abcdef01234567\","
                                + "\"Timestamp\":0,\"RequestCount\":1204,\"SampledCount\":61,\"BorrowCount\":3}]}");
        assertThat(page.locator("[data-rule='Default'] .figure"))
                .hasText(new String[] {"10000", "1", "100 %", "1,204", "61", "3"});
    }

    @Test
    void samplingRule_showsItsBoost_whileItLasts() throws Exception {
        console().post("/CreateSamplingRule", """
                {"SamplingRule":{"RuleName":"boosted","ResourceARN":"*","Priority":5,"FixedRate":0.05,"ReservoirSize":1,
                "ServiceName":"*","ServiceType":"*","Host":"*","HTTPMethod":"*","URLPath":"*","Version":1,
                "SamplingRateBoost":{"MaxRate":0.5,"CooldownWindowMinutes":10}}}""");
        Page page = console().open("#/configuration/sampling");
        assertThat(page.locator("[data-rule='boosted'] .boost")).hasText("50 %, every 10 min");
        console().post("/SamplingTargets", """
                {"SamplingStatisticsDocuments":[],"SamplingBoostStatisticsDocuments":[{"RuleName":"boosted",
                "ServiceName":"orders","Timestamp":0,"AnomalyCount":9,"TotalCount":10,"SampledAnomalyCount":1}]}""");
        assertThat(page.locator("[data-rule='boosted'] .boost .pill")).containsText("50 % until ");
        assertThat(page.locator("[data-rule='boosted'] .boost .pill"))
                .hasAttribute("title", "orders: 9 of 10 requests were anomalous");
        console().post("/DeleteSamplingRule", "{\"RuleName\":\"boosted\"}");
        assertThat(page.locator("[data-rule]")).hasCount(1);
    }

    @Test
    void group_isRefusedWithTheColumn_thenCreated_andHasAMap() throws Exception {
        Page page = console().open("#/configuration/groups");
        page.getByText("New group").click();
        page.locator("[name=GroupName]").fill("failing");
        page.locator("[name=FilterExpression]").fill("fault AND");
        page.getByText("Save").click();
        Locator field = page.locator(".field:has([name=FilterExpression])");
        assertThat(field.locator(".filter-caret")).containsText("▲");
        assertThat(field.locator(".field-error")).containsText("column");
        page.locator("[name=FilterExpression]").fill("fault");
        page.locator("[name=InsightsEnabled]").check();
        page.getByText("Save").click();
        assertThat(page.locator("[data-group='failing'] .pill")).hasText("on");
        console().send(ShopTrace.product(), ShopTrace.failedCheckout());
        page.getByLabel("Map of failing").click();
        assertThat(page.locator("[data-node]")).hasCount(5);
    }

    @Test
    void documentByHand_isSentAsOneDatagram() throws Exception {
        Page page = console().open("#/configuration/connect?for=hand");
        String snippet = page.locator(".connect .snippet code").last().textContent();
        Process bash = new ProcessBuilder("bash", "-c", snippet)
                .redirectErrorStream(true)
                .start();
        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(bash.waitFor()).isZero();
        console().go("#/service-map");
        assertThat(page.locator("[data-node='by-hand']")).isVisible();
        console().go("#/configuration/rejected");
        assertThat(page.getByText("None. Every document")).isVisible();
    }

    @Test
    void insights_sayWhatToDoWhileThereAreNone() throws Exception {
        Page page = console().open("#/configuration/insights");
        assertThat(page.locator(".settings")).containsText("No group is watched.");
        console()
                .post(
                        "/UpdateGroup",
                        "{\"GroupName\":\"Default\",\"InsightsConfiguration\":{\"InsightsEnabled\":true}}");
        assertThat(page.locator(".good")).containsText("Nothing unusual in the last day in Default.");
    }

    /** An insight takes minutes to occur, so the browser gets a prepared response in AWS's form. */
    @Test
    void insight_showsCauseImpactAndHistory() throws Exception {
        console()
                .post(
                        "/UpdateGroup",
                        "{\"GroupName\":\"Default\",\"InsightsConfiguration\":{\"InsightsEnabled\":true}}");
        String insight = """
                {"InsightId":"i-1","GroupName":"Default","State":"ACTIVE","Categories":["FAULT"],"StartTime":%d,
                 "RootCauseServiceId":{"Name":"paymentservice","Type":"AWS::EKS::Container"},"Summary":"payment fails %s",
                 "RootCauseServiceRequestImpactStatistics":{"FaultCount":30,"OkCount":70,"TotalCount":100},
                 "ClientRequestImpactStatistics":{"FaultCount":3,"OkCount":297,"TotalCount":300}}""".formatted(System.currentTimeMillis() / 1000 - 600, MARKUP);
        Page page = console().open("#/configuration/store");
        answer(page, "**/InsightSummaries", "{\"InsightSummaries\":[" + insight + "]}");
        answer(page, "**/Insight", "{\"Insight\":" + insight + "}");
        answer(
                page,
                "**/InsightEvents",
                "{\"InsightEvents\":[{\"Summary\":\"it began\",\"EventTime\":1795546000,\"ClientRequestImpactStatistics\":{\"FaultCount\":1,\"TotalCount\":4}}]}");
        answer(
                page,
                "**/InsightImpactGraph",
                "{\"Services\":[{\"ReferenceId\":0,\"Name\":\"orderservice\",\"Edges\":[{\"ReferenceId\":1}]},{\"ReferenceId\":1,\"Name\":\"paymentservice\",\"Edges\":[]}]}");
        console().go("#/configuration/insights");
        page.locator("[data-insight] a").click();
        assertThat(page).hasURL(Pattern.compile("#/configuration/insights\\?insight=i-1"));
        assertThat(page.locator(".insight-head"))
                .containsText(Pattern.compile(
                        "payment fails <img.*paymentservice \\(EKS container\\).*30 of 100 \\(30 %\\)"));
        assertThat(page.locator(".insight-map [data-node]")).hasCount(2);
        assertThat(page.locator(".event-list li")).containsText("clients: 1 of 4 (25 %)");
        assertThat(page.getByText("View traces"))
                .hasAttribute("href", Pattern.compile("filter=service%28id%28name%3A\\+%22paymentservice"));
        assertThat(page.locator("main img")).hasCount(0);
    }

    private static void answer(Page page, String path, String json) {
        page.route(
                path,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(json)));
    }

    @Test
    void rejectedDocument_isShownAsTextWithItsReasonAndStaysOpen() throws Exception {
        console().sendDocuments(List.of("{\"name\":\"" + MARKUP + "\",\"id\":\"1\"}"));
        Page page = console().open("#/configuration/rejected");
        page.locator(".rejections summary").click();
        assertThat(page.locator(".rejections .json")).containsText("onerror");
        console().sendDocuments(List.of("{}"));
        console().go("#/configuration/store");
        assertThat(page.locator(".counters div")
                        .filter(new Locator.FilterOptions()
                                .setHas(page.getByText("Rejected", new Page.GetByTextOptions().setExact(true)))))
                .containsText("2");
        assertThat(page.locator("main img")).hasCount(0);
        assertThat(page.title()).isEqualTo("Store and counters · Configuration · X-Ray Local");
    }

    @Test
    void serverThatIsGone_isSaidAndWhatWasThereStays() {
        Page page = console().open("#/configuration/groups");
        assertThat(page.locator("[data-group]")).hasCount(1);
        page.route("**/*", Route::abort);
        assertThat(page.locator(".lost")).containsText("X-Ray Local doesn't answer");
        assertThat(page.locator("[data-group]")).hasCount(1);
        assertThat(page.locator(".empty")).hasCount(0);
        page.unroute("**/*");
        assertThat(page.locator(".lost")).isHidden();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axe_findsNothing_andAPhoneNeedsNoScrolling(ColorScheme colours) throws Exception {
        console().sendDocuments(List.of("{\"name\":\"" + "long".repeat(60) + "\",\"id\":\"1\"}"));
        Page page = console().open("#/configuration", 360, colours);
        for (String name : PAGES) {
            console().go("#/configuration/" + name);
            assertThat(page.locator(".side-tabs [aria-current]")).hasAttribute("href", "#/configuration/" + name);
            Locator create = page.getByText(Pattern.compile("New (rule|group)"));
            if (create.count() > 0) create.click();
            assertThat(page.locator(".card")).isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(name)
                    .isEqualTo(360);
            assertThat(new AxeBuilder(page)
                            .analyze().getViolations().stream()
                                    .map(rule -> rule.getId() + ": "
                                            + rule.getNodes().get(0).getHtml()))
                    .as(name)
                    .isEmpty();
        }
    }
}
