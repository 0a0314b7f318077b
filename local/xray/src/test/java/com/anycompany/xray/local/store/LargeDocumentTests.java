package com.anycompany.xray.local.store;

import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.decode.DocumentDecoder;
import com.anycompany.xray.local.graph.Memberships;
import com.anycompany.xray.local.segment.SegmentDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that are larger than a chunk, as OpenTelemetry's spans may become, among ordinary ones. */
class LargeDocumentTests {

    private static final long NOON = 1_479_902_400_000L;
    private static final StoreOptions ROOMY = new StoreOptions(64 << 20, Duration.ofHours(1));
    private static final StoreOptions TIGHT = new StoreOptions(4 << 20, Duration.ofHours(1));

    private final Random random = new Random(7);

    /** A trace each; every third one is large, and the first one, too. */
    private List<SegmentDocument> documents(int count) {
        List<SegmentDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] noise = new byte[i % 3 == 0 ? 150_000 + random.nextInt(200_000) : 300];
            random.nextBytes(noise);
            documents.add(segment("front")
                    .trace("1-58406520-%024x".formatted(i))
                    .put(
                            "metadata",
                            Map.of("default", Map.of("blob", Base64.getEncoder().encodeToString(noise))))
                    .parse());
        }
        return documents;
    }

    private static void assertHas(TraceStore store, List<SegmentDocument> documents) {
        for (SegmentDocument document : documents) {
            assertThat(store.find(List.of(document.traceId())))
                    .singleElement()
                    .satisfies(trace -> assertThat(trace.documents())
                            .singleElement()
                            .satisfies(kept -> assertThat(kept.bytes())
                                    .isEqualTo(document.content().json())));
        }
    }

    @Test
    void eachIsFoundAgain_afterARestart_too(@TempDir Path folder) throws IOException {
        List<SegmentDocument> documents = documents(40);
        for (int life = 0; life < 2; life++) {
            try (TraceStore store =
                    new TraceStore(ROOMY, new DocumentDecoder(), Memberships.NONE, DataFolder.open(folder, ROOMY))) {
                assertThat(store.restore()).isEqualTo(life * 40L);
                documents.forEach(document -> store.add(List.of(document), NOON));
                assertHas(store, documents);
            }
        }
    }

    @Test
    void memoryStaysWithinItsBound() {
        List<SegmentDocument> documents = documents(150);
        TraceStore store = new TraceStore(TIGHT);
        for (SegmentDocument document : documents) {
            store.add(List.of(document), NOON);
            assertThat(store.usage().bytes()).isLessThanOrEqualTo(TIGHT.maxBytes());
        }
        assertThat(store.usage().evicted()).isPositive();
        assertHas(store, documents.subList(147, 150));
    }
}
