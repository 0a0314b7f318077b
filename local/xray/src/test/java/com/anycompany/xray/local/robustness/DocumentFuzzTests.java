package com.anycompany.xray.local.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.graph.Statistics;
import com.anycompany.xray.local.ingest.IngestCounters;
import com.anycompany.xray.local.ingest.Intake;
import com.anycompany.xray.local.ingest.SubmittedDocument;
import com.anycompany.xray.local.otlp.InvalidExport;
import com.anycompany.xray.local.otlp.Span;
import com.anycompany.xray.local.otlp.SpanConverter;
import com.anycompany.xray.local.otlp.SpanReader;
import com.anycompany.xray.local.store.StoreOptions;
import com.anycompany.xray.local.store.TraceStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Spoilt documents and exports, without a server around: most of a fuzzing run. */
class DocumentFuzzTests {

    private static final long STORE_BYTES = 32L << 20;

    private final Random random = new Random(FuzzRun.SEED);

    @Test
    void spoiltDocuments_areCountedOnce_andLeaveNothingBehind() {
        TraceStore store = new TraceStore(new StoreOptions(STORE_BYTES, Duration.ofHours(1)));
        Intake intake = new Intake(store, Clock.systemUTC());
        Mutator byStructure = new JsonMutator(random, Seeds.documents());
        Mutator byBytes = new ByteMutator(random, Seeds.documents());
        long before = FuzzRun.heap();
        FuzzRun run = new FuzzRun("documents", 65);
        int[] refused = {0};
        while (run.goesOn()) {
            byte[] bytes = (random.nextInt(3) == 0 ? byBytes : byStructure).next();
            String document = Seeds.moved(bytes, random);
            FuzzRun.timed(
                    document,
                    () -> refused[0] += intake.put(List.of(SubmittedDocument.of(document)), "api")
                            .size());
            if (run.done() % 2000 == 0) {
                FuzzRun.timed("questions", () -> ask(store));
            }
        }
        assertThat(store.usage().bytes()).isLessThanOrEqualTo(STORE_BYTES);
        IngestCounters counters = intake.counters();
        assertThat(counters.received()).isEqualTo(run.done());
        assertThat(counters.rejected()).isEqualTo(refused[0]);
        assertThat(counters.stored() + counters.duplicate() + counters.rejected())
                .isEqualTo(run.done());
        assertThat(counters.stored()).as("some stayed valid").isGreaterThan(run.done() / 10);
        assertThat(counters.rejected()).as("some didn't").isGreaterThan(run.done() / 10);
        assertThat(FuzzRun.heap() - before).as("heap left").isLessThan(4 * STORE_BYTES);
    }

    private static void ask(TraceStore store) {
        store.tidy(System.currentTimeMillis() + 60_000);
        ServiceGraph graph = store.serviceGraph(0, Integer.MAX_VALUE);
        for (ServiceGraph.Service service : graph.services()) {
            check(service.statistics());
            service.edges().forEach(edge -> {
                assertThat(edge.referenceId()).isBetween(0, graph.services().size() - 1);
                check(edge.statistics());
            });
        }
    }

    /** However odd the traces were, their sum has to make sense. */
    private static void check(Statistics sum) {
        assertThat(List.of(sum.ok(), sum.error(), sum.throttle(), sum.fault())).allMatch(count -> count >= 0);
        assertThat(sum.totalSeconds()).isNotNegative().isFinite();
        assertThat(sum.responseTimes().stream().mapToInt(Statistics.Bar::count).sum())
                .isEqualTo(sum.total());
        FuzzRun.eachIs(sum.responseTimes(), bar -> bar.seconds() >= 0 && bar.count() > 0);
    }

    @Test
    void spoiltExportsInJson_areReadOrRefused() {
        Mutator mutator = new JsonMutator(random, Seeds.exports());
        for (FuzzRun run = new FuzzRun("exports in JSON", 5); run.goesOn(); ) {
            byte[] export = mutator.next();
            FuzzRun.timed(export, () -> export(export, true));
        }
    }

    @Test
    void spoiltExportsInProtobuf_areReadOrRefused() {
        Mutator mutator = new ProtobufMutator(random, Seeds.binaryExports());
        for (FuzzRun run = new FuzzRun("exports in protobuf", 5); run.goesOn(); ) {
            byte[] export = mutator.next();
            FuzzRun.timed(export, () -> export(export, false));
        }
    }

    private static void export(byte[] body, boolean json) {
        try {
            List<Span> spans = json ? SpanReader.readJson(body) : SpanReader.readProtobuf(body);
            spans.forEach(SpanConverter::toDocuments);
        } catch (InvalidExport refused) {
            assertThat(refused).hasMessageNotContaining("java.");
        }
    }
}
