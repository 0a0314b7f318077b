package com.anycompany.xray.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.store.StoreOptions;
import com.anycompany.xray.local.store.TraceStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeTests {

    private static SubmittedDocument document(int number) {
        String json = """
                {"name":"shop","id":"%016x","trace_id":"1-6a4f1e00-%024x","start_time":1783569920.5,"end_time":1783569921.5,\
                "metadata":{"default":{"page":"%d%s"}}}""".formatted(number + 1, number / 3, number, "x".repeat(1_000));
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new SubmittedDocument(bytes, 0, bytes.length);
    }

    private static List<SubmittedDocument> documents(int from, int to) {
        List<SubmittedDocument> documents = new ArrayList<>();
        for (int i = from; i < to; i++) {
            documents.add(document(i));
        }
        return documents;
    }

    @Test
    void whatWasPut_isFoundAtOnce_andCounted() {
        TraceStore store = new TraceStore(new StoreOptions(1L << 28, Duration.ofHours(1)));
        Intake intake = new Intake(store, Clock.systemUTC());
        for (int i = 0; i < 3_000; i += 50) {
            intake.put(documents(i, i + 50), "test");

            assertThat(store.usage().documents()).isEqualTo(i + 50);
            assertThat(intake.counters().stored()).isEqualTo(i + 50);
        }
        intake.put(documents(0, 7), "test");

        assertThat(store.usage().documents()).isEqualTo(3_000);
        assertThat(intake.counters().duplicate()).isEqualTo(7);
    }

    /** A defect of the store's, planted: what isn't stored is said to be dropped, and the sum still adds up. */
    @Test
    void whatTheStoreCantTake_isCountedAsDropped() {
        TraceStore store = new TraceStore(new StoreOptions(4 << 20, Duration.ofHours(1)), (id, trace) -> {
            throw new IllegalStateException("planted");
        });
        Intake intake = new Intake(store, Clock.systemUTC());
        for (int i = 0; i < 1_000; i += 50) {
            int from = i;
            mayFail(() -> intake.put(documents(from, from + 50), "test"));
        }
        mayFail(store::usage);

        IngestCounters counters = intake.counters();
        assertThat(counters.received()).isEqualTo(1_000);
        assertThat(counters.dropped(IngestCounters.Drop.STORE_FAILED)).isPositive();
        assertThat(counters.stored() + counters.duplicate() + counters.rejected() + counters.dropped())
                .isEqualTo(1_000);
    }

    /** A caller that waits for the store, since many documents are submitted already, receives its failure. */
    private static void mayFail(Runnable work) {
        try {
            work.run();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("planted");
        }
    }
}
