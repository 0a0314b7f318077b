package com.anycompany.xray.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.robustness.FuzzedTraces;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Any trace that the API accepts opens, shows each of its segments once, and logs no error in the browser; so do the other
 * screens. {@code -Dxray.fuzz.iterations=…} asks for more traces, {@code -Dxray.fuzz.seed=…} for those that failed.
 */
class ConsoleFuzzIT extends OverOwnServer {

    private static final int TRACES = Integer.getInteger("xray.fuzz.iterations", 60);

    /** All documents that the fuzzer spoils are of this time; spoilt ones may be of any. */
    private static final String RANGE = "range=2016-12-01T17:00:00Z~2016-12-01T20:00:00Z";

    /** Opens each row, scrolls to the end and returns the ids of the rows of segments, in order. */
    private static final String SEGMENT_ROWS = """
            async () => {
              const services = [...document.querySelectorAll('.trace-main .toolbar button')]
                .find(button => button.textContent === 'Services only');
              services.click();
              services.click();
              const frame = () => new Promise(requestAnimationFrame);
              const scroller = document.querySelector('.tl-scroller');
              const rows = new Map();
              const rowCount = document.querySelector('.timeline').getAttribute('aria-rowcount') - 1;
              for (let top = 0; rows.size < rowCount && top <= scroller.scrollHeight; top += 300) {
                scroller.scrollTop = top;
                await frame();
                await frame();
                for (const row of document.querySelectorAll('.tl-row')) {
                  rows.set(Number(row.getAttribute('aria-rowindex')), row);
                }
              }
              if (rows.size !== rowCount) throw new Error(`${rows.size} of ${rowCount} rows were drawn`);
              return [...rows.values()].filter(row => row.classList.contains('segment')).map(row => row.dataset.span);
            }""";

    /** Selects up to twelve rows, and opens each tab of each. */
    private static final String PANELS = """
            async () => {
              const frame = () => new Promise(requestAnimationFrame);
              document.querySelector('.tl-scroller').scrollTop = 0;
              await frame();
              await frame();
              const ids = [...document.querySelectorAll('.tl-row')].slice(0, 12).map(row => row.dataset.span);
              for (const id of ids) {
                document.querySelector(`[data-span="${id}"]`).click();
                const tabs = document.querySelectorAll('aside.panel [role=tab]');
                if (!tabs.length) throw new Error(`${id} has no panel`);
                for (const tab of tabs) tab.click();
              }
            }""";

    private final List<String> errors = new ArrayList<>();

    @Test
    void fuzzedTraces_open_andShowEachSegmentOnce() throws Exception {
        long seed = FuzzedTraces.seed();
        System.out.printf("-Dxray.fuzz.seed=%d: %d traces in the console%n", seed, TRACES);
        FuzzedTraces traces = new FuzzedTraces(seed);
        Page page = console().open("#/configuration");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) errors.add(message.text());
        });
        page.onPageError(errors::add);
        int opened = 0;
        for (int i = 0; i < TRACES; i++) {
            String id = "1-58406520-%024x".formatted(i + 1);
            List<String> documents = traces.next(id);
            send(documents);
            List<String> segments = segments(id);
            if (!segments.isEmpty()) {
                opened++;
                check(page, id, segments, "seed " + seed + ", trace " + i + ": " + documents);
            }
        }
        assertThat(opened).isGreaterThan(TRACES / 5);
        for (String screen : List.of("service-map", "service-map?view=list", "traces?", "analytics?a=fault&")) {
            console().go("#/" + screen + (screen.endsWith("?") || screen.endsWith("&") ? RANGE : ""));
            assertThat(all("main > section")).isVisible();
            assertThat(all("main [aria-busy]")).hasCount(0);
            assertThat(all("main [role=alert]:visible")).hasCount(0);
        }
        assertThat(errors).as("seed %d", seed).isEmpty();
    }

    private void check(Page page, String id, List<String> segments, String input) {
        console().go("#/traces/" + id);
        page.waitForCondition(() -> page.title().contains(id));
        try {
            all(".trace-head .facts code").getByText(id).waitFor();
            List<?> rows = (List<?>) page.evaluate(SEGMENT_ROWS);
            assertThat(rows.stream().map(row -> ((String) row).replaceAll("~\\d+$", "")))
                    .containsExactlyInAnyOrderElementsOf(segments);
            page.evaluate(PANELS);
            assertThat(errors).isEmpty();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(input, e);
        }
    }

    private void send(List<String> documents) throws Exception {
        console().post("/TraceSegments", json(Map.of("TraceSegmentDocuments", documents)));
        console().awaitStored();
    }

    /** The ids of the trace's segments, inferred ones included. */
    private List<String> segments(String id) throws Exception {
        String answer = console().post("/Traces", json(Map.of("TraceIds", List.of(id))));
        return list(Json.read(answer.getBytes(StandardCharsets.UTF_8)), "Traces")
                .flatMap(trace -> list(trace, "Segments"))
                .map(segment -> (String) ((Map<?, ?>) segment).get("Id"))
                .toList();
    }

    private static Stream<?> list(Object owner, String name) {
        return ((List<?>) ((Map<?, ?>) owner).get(name)).stream();
    }

    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }
}
