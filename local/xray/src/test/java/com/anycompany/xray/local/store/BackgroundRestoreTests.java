package com.anycompany.xray.local.store;

import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.decode.DocumentDecoder;
import com.anycompany.xray.local.graph.Memberships;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.segment.TraceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that arrive while those of an earlier process are still being restored. */
class BackgroundRestoreTests {

    private static final long NOON = 1_479_902_400_000L;
    private static final StoreOptions ROOMY = new StoreOptions(64 << 20, Duration.ofHours(1));
    private static final StoreOptions TIGHT = new StoreOptions(4 << 20, Duration.ofHours(1));

    @TempDir
    private Path folder;

    private final Random random = new Random(7);

    @Test
    void documents_areKept_andJoinTheirTraces_behindTheEarlierOnes() throws Exception {
        List<SegmentDocument> earlier = documents(800);
        fill(earlier, ROOMY);
        List<SegmentDocument> meanwhile = documents(300);
        try (TraceStore store = open(ROOMY)) {
            store.open(() -> {});
            assertThat(store.isRestoring()).isTrue();
            assertThat(store.usage().found()).isEqualTo(800);
            CompletableFuture<Integer> added = store.addSoon(meanwhile, NOON + 5);
            assertThat(added).as("not known before the earlier ones are there").isNotDone();
            assertThat(store.usage().restoring()).isEqualTo(1_100);
            restoreAll(store);
            assertThat(added).isCompletedWithValue(300);
            assertThat(store.usage().restoring()).isZero();
            assertHas(store, earlier);
            assertHas(store, meanwhile);
        }
        try (TraceStore store = open(ROOMY)) {
            assertThat(store.restore()).as("and the next start finds them").isEqualTo(1_100);
            assertHas(store, meanwhile);
        }
    }

    @Test
    void firstCompletedCopy_isTheEarlierProcesss() throws Exception {
        Doc first = segment("first").put("id", "53995c3f42cd8ad8");
        Doc second = segment("second").put("id", "53995c3f42cd8ad8");
        fill(List.of(first.parse()), ROOMY);
        try (TraceStore store = open(ROOMY)) {
            store.open(() -> {});
            CompletableFuture<Integer> added = store.addSoon(List.of(second.parse()), NOON + 5);
            restoreAll(store);
            assertThat(added).as("a duplicate").isCompletedWithValue(0);
            assertThat(text(store, first.parse().traceId())).contains("first").doesNotContain("second");
        }
    }

    @Test
    void documentInProgress_isReplacedByTheOneThatCameMeanwhile() throws Exception {
        Doc begun = segment("begun").put("id", "53995c3f42cd8ad8").inProgress();
        Doc ended = segment("ended").put("id", "53995c3f42cd8ad8");
        fill(List.of(begun.parse()), ROOMY);
        try (TraceStore store = open(ROOMY)) {
            store.open(() -> {});
            store.addSoon(List.of(ended.parse()), NOON + 5);
            restoreAll(store);
            assertThat(text(store, begun.parse().traceId())).contains("ended").doesNotContain("begun");
        }
    }

    @Test
    void questions_areAnsweredWithWhatIsThere() throws Exception {
        List<SegmentDocument> earlier = documents(1_200);
        fill(earlier, ROOMY);
        try (TraceStore store = open(ROOMY)) {
            store.open(() -> {});
            int before = 0;
            while (store.restoreSome()) {
                int now = store.newestFirst(TraceOrder.RECEIPT, 0, Long.MAX_VALUE, null, 10_000)
                        .size();
                assertThat(now).isGreaterThanOrEqualTo(before);
                store.tidy(NOON);
                before = now;
            }
            assertThat(before).isPositive();
            assertThat(store.serviceGraph(0, Integer.MAX_VALUE)
                            .services()
                            .get(0)
                            .statistics())
                    .satisfiesAnyOf(
                            statistics -> assertThat(statistics.total()).isEqualTo(1_200),
                            statistics -> assertThat(statistics.total()).isZero());
        }
    }

    @Test
    void moreThanThereIsRoomFor_evictsTheOldest_inTheirOrder() throws Exception {
        List<SegmentDocument> earlier = documents(8_000);
        fill(earlier, TIGHT);
        List<SegmentDocument> meanwhile = documents(8_000);
        try (TraceStore store = open(TIGHT)) {
            store.open(() -> {});
            for (int i = 0; i < meanwhile.size(); i += 50) {
                store.addSoon(meanwhile.subList(i, i + 50), NOON + i);
                assertThat(store.usage().bytes()).isLessThan(TIGHT.maxBytes() + 4 * Chunk.CAPACITY);
            }
            restoreAll(store);
            List<SegmentDocument> all = new ArrayList<>(earlier);
            all.addAll(meanwhile);
            List<TraceId> known = all.stream()
                    .map(SegmentDocument::traceId)
                    .filter(id -> !store.find(List.of(id)).isEmpty())
                    .toList();
            assertThat(known)
                    .isNotEmpty()
                    .isEqualTo(all.subList(all.size() - known.size(), all.size()).stream()
                            .map(SegmentDocument::traceId)
                            .toList());
        }
    }

    @Test
    void endWhileRestoring_losesNothing() throws Exception {
        List<SegmentDocument> earlier = documents(800);
        fill(earlier, ROOMY);
        List<SegmentDocument> meanwhile = documents(100);
        try (TraceStore store = open(ROOMY)) {
            store.open(() -> {});
            store.restoreSome();
            store.addSoon(meanwhile, NOON + 5);
        }
        try (TraceStore store = open(ROOMY)) {
            assertThat(store.restore()).isEqualTo(900);
            assertHas(store, earlier);
            assertHas(store, meanwhile);
        }
    }

    private static void restoreAll(TraceStore store) {
        while (store.restoreSome()) {
            store.tidy(NOON);
        }
    }

    private void fill(List<SegmentDocument> documents, StoreOptions options) throws IOException {
        try (TraceStore store = open(options)) {
            for (int i = 0; i < documents.size(); i += 50) {
                store.add(documents.subList(i, Math.min(documents.size(), i + 50)), NOON);
            }
        }
    }

    private TraceStore open(StoreOptions options) throws IOException {
        return new TraceStore(options, new DocumentDecoder(), Memberships.NONE, DataFolder.open(folder, options));
    }

    private static String text(TraceStore store, TraceId id) {
        return new String(store.find(List.of(id)).get(0).documents().get(0).bytes(), StandardCharsets.UTF_8);
    }

    private static void assertHas(TraceStore store, List<SegmentDocument> documents) {
        for (SegmentDocument document : documents) {
            assertThat(store.find(List.of(document.traceId())))
                    .singleElement()
                    .satisfies(trace -> assertThat(trace.documents()).hasSize(1));
        }
    }

    /** A trace each. */
    private List<SegmentDocument> documents(int count) {
        byte[] noise = new byte[200];
        List<SegmentDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            random.nextBytes(noise);
            documents.add(segment("front")
                    .trace("1-58406520-00000000" + HexFormat.of().toHexDigits(random.nextLong()))
                    .put("user", HexFormat.of().formatHex(noise))
                    .parse());
        }
        return documents;
    }
}
