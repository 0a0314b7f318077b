package com.anycompany.xray.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to a trace by its id, and AWS's own links. */
class ConsoleLinksIT extends OverSharedServer {

    private static final String QUERY =
            "~(query~(expression~'service*28*22paymentservice*22*29)~context~(timeRange~(delta~900000)))";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "X-Amzn-Trace-Id: Root=%s;Parent=53995c3f42cd8ad8;Sampled=1",
                "https://us-east-1.console.aws.amazon.com/xray/home?region=us-east-1#/traces/%s",
                "https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#xray:traces/%s?~(query~())"
            })
    void traceId_inTheFilterOfTraces_leadsToTheTrace(String form) {
        search(form.formatted(failed()));
    }

    @Test
    void traceIdOfW3c_aloneAndInATraceparent_leadsToTheTrace() {
        String digits = failed().substring(2).replace("-", "");
        search(digits);
        search("00-" + digits + "-53995c3f42cd8ad8-01");
    }

    private void search(String text) {
        console().open("#/traces");
        all(".filter-input").fill(text);
        all(".filter-input").press("Enter");
        assertThat(console().page()).hasURL(Pattern.compile(".*#/traces/" + failed()));
        assertThat(all("[role=treegrid]")).isVisible();
        console().page().goBack();
        assertThat(all(".filter-input")).hasValue("");
    }

    @Test
    void linkToATraceIdOfW3c_leadsToTheTrace() {
        console().open("#/traces/" + failed().substring(2).replace("-", ""));
        assertThat(all("[role=treegrid]")).isVisible();
        assertThat(console().page()).hasURL(Pattern.compile(".*#/traces/" + failed()));
    }

    @Test
    void textThatIsNoTraceId_isToldSo() {
        console().open("#/traces/1-2-3");
        assertThat(all(".empty h2")).hasText("This is no trace id");
    }

    @Test
    void traceThatDoesNotExist_isToldInASentence() {
        console().open("#/traces");
        all(".filter-input").fill("1-6b0dd001-000000000000000000000001");
        all(".filter-input").press("Enter");
        assertThat(all(".empty h2")).hasText("This trace isn't here yet");
    }

    @Test
    void linksOfXraysConsole_keepFilterAndTimeRange() {
        console().open("#/traces?filter=service(%22paymentservice%22)&timeRange=PT1H");
        assertThat(all(".when")).hasText("1 trace, last 1 hour");
        assertThat(all(".filter-input")).hasValue("service(\"paymentservice\")");
        console().go("#/service-map?timeRange=2018-2-01T16:00~2018-2-01T17:00");
        assertThat(console().page())
                .hasURL(Pattern.compile(".*#/service-map\\?range=2018-02-01T16%3A00%3A00.000Z%7E2018-02-01T17.*"));
    }

    @Test
    void linksOfTheCloudWatchConsole_keepFilterAndTimeRange() {
        console().open("cloudwatch/home?region=us-east-1#xray:traces/query?" + QUERY);
        assertThat(all(".when")).hasText("1 trace, last 15 min");
        assertThat(all(".filter-input")).hasValue("service(\"paymentservice\")");
        console().open("xray/home#xray:service-map/map?~(query~()~context~(timeRange~(delta~300000)))");
        assertThat(all("[data-node]").first()).isVisible();
    }

    @Test
    void rangeOfAnotherLengthThanTheButtons_isShownOnTheLastButton() {
        console().open("#/traces?range=PT30M");
        assertThat(all(".when")).hasText("2 traces, last 30 min");
        assertThat(all(".segmented [aria-pressed=true]")).hasText("last 30 min");
    }

    @Test
    void rangeThatCannotBeRead_isToldSo() {
        console().open("#/traces?timeRange=yesterday");
        assertThat(all(".range [role=status]")).hasText("“yesterday” isn't a time range: this is the last 5 min.");
    }
}
