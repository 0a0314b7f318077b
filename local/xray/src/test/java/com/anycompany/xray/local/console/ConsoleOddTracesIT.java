package com.anycompany.xray.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Traces whose documents the API accepts, although nobody expects them. */
class ConsoleOddTracesIT extends OverOwnServer {

    private static final String TRACE = "1-6b0dd001-aaaabbbbccccddddeeeeffff";

    @Test
    void exceptionsWithoutAnId_areAllShown() throws Exception {
        open(document("node-old", 1, """
                "fault":true,"cause":{"exceptions":[
                 {"type":"TypeError","message":"first failure","stack":[{"path":"/a.js","line":3,"label":"f"}]},
                 {"type":"RangeError","message":"second failure"}]}"""));
        row("node-old").click();
        assertThat(all(".exception h3")).hasText(new String[] {"TypeError", "RangeError"});
        assertThat(all(".exception .stack li")).hasText("f/a.js:3");
    }

    @Test
    void cycleOfTwoSegments_isCutAtTheEarlier() throws Exception {
        open(
                document("A", 4, "\"parent_id\":\"%016x\",".formatted(11) + calling("B", 10)),
                document("B", 5, "\"parent_id\":\"%016x\",".formatted(10) + calling("A", 11)));
        assertThat(all(".tl-row .tl-title bdi:first-child").filter(new Locator.FilterOptions().setHasNotText("/")))
                .hasCount(8);
        assertThat(all(".tl-row.segment:not(.inferred)")).hasCount(2);
        assertThat(all(".tl-row").first()).hasAttribute("data-span", "%016x".formatted(4));
        assertThat(all(".tl-row").first()).containsText("in a cycle of calls");
    }

    @Test
    void segmentUnderItsOwnSubsegment_isARoot() throws Exception {
        open(document("A", 4, "\"parent_id\":\"%016x\",".formatted(10) + calling("B", 10)));
        assertThat(row("A")).hasAttribute("aria-level", "1");
    }

    @Test
    void chainOfTenThousandHops_opens() throws Exception {
        List<String> documents = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) {
            String parent = i == 1 ? "" : "\"parent_id\":\"%016x\",".formatted(20_000 + i - 1);
            documents.add(document("hop", i, parent + calling("hop", 20_000 + i)));
        }
        open(documents.toArray(String[]::new));
        assertThat(all(".tl-row")).hasCount(3);
        assertThat(all(".tl-row").last()).containsText("+19,99");
        console().page().getByText("Services only").dblclick();
        assertThat(all(".timeline")).hasAttribute("aria-rowcount", "20002");
    }

    @Test
    void valuesOfUnexpectedTypes_areShownAsJson() throws Exception {
        open(
                document("url", 7, "\"http\":{\"request\":{\"method\":\"GET\",\"url\":{\"href\":\"x\"}}}"),
                document("exc", 8, """
                        "fault":true,"cause":{"exceptions":[{"id":"1000000000000009","message":"m","stack":[null]},null]}"""),
                document("links", 13, "\"links\":[null]"));
        row("url").click();
        assertThat(all(".panel .tab-body")).containsText("\"href\": \"x\"");
        row("exc").click();
        assertThat(all(".exception .stack li")).hasText("??");
        assertThat(all(".exception-message")).hasText("m");
        row("links").click();
        all("[role=tab]")
                .filter(new Locator.FilterOptions().setHasText("Links"))
                .click();
        assertThat(all(".tab-body")).containsText("null");
    }

    @Test
    void traceWithMissingParts_saysWhichAndHowMany() throws Exception {
        open(document("Root", 16, "\"user\":\"ada\""), """
                {"name":"lost","id":"1000000000000011","trace_id":"%s","start_time":1796000000.0,"end_time":1796000001.0,
                 "type":"subsegment","parent_id":"1000000000000012"}""".formatted(TRACE));
        assertThat(all(".missing-parts")).containsText("1 part of this trace is missing.");
        assertThat(all(".missing-parts")).containsText("its parent (1000000000000012)");
        assertThat(row("lost")).containsText("parent missing");
        console().sendDocuments(List.of("""
                {"name":"found","id":"1000000000000012","trace_id":"%s","start_time":1796000000.0,"end_time":1796000001.0,
                 "type":"subsegment","parent_id":"0000000000000010"}""".formatted(TRACE)));
        console().awaitStored();
        console().page().getByText("Look again").click();
        assertThat(all(".missing-parts")).hasCount(0);
        assertThat(row("lost")).hasAttribute("aria-level", "3");
    }

    private static String document(String name, int id, String more) {
        return """
                {"name":"%s","id":"%016x","trace_id":"%s","start_time":1796000000.0,"end_time":1796000001.0,%s}""".formatted(name, id, TRACE, more);
    }

    private static String calling(String name, int id) {
        return """
                "subsegments":[{"name":"%s","id":"%016x","start_time":1796000000.1,"end_time":1796000000.9,"namespace":"remote"}]""".formatted(name, id);
    }

    private void open(String... documents) throws Exception {
        for (int i = 0; i < documents.length; i += 200) {
            List<String> some = List.of(documents).subList(i, Math.min(documents.length, i + 200));
            assertThat(console().sendDocuments(some)).isEqualTo("{\"UnprocessedTraceSegments\":[]}");
        }
        console().awaitStored();
        console().open("#/traces/" + TRACE);
    }

    private Locator row(String name) {
        return all(".tl-row")
                .filter(new Locator.FilterOptions()
                        .setHas(all("bdi").getByText(name, new Locator.GetByTextOptions().setExact(true))));
    }
}
