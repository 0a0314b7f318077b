package com.anycompany.xray.local.store;

import static com.anycompany.xray.local.Doc.local;
import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static com.anycompany.xray.local.Doc.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.segment.TraceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceStoreTests {

    private static final long NOON = 1_479_902_400_000L;
    private static final StoreOptions ROOMY = new StoreOptions(64 << 20, Duration.ofHours(1));

    @Test
    void firstCompletedCopy_wins() {
        TraceStore store = new TraceStore(ROOMY);
        Doc doc = segment("front").inProgress();
        assertThat(add(store, NOON, doc)).isOne();
        Doc done = segment("front").put("id", doc.id()).put("user", "first");
        assertThat(add(store, NOON, done)).isOne();
        assertThat(add(store, NOON, segment("front").put("id", doc.id()).put("user", "second")))
                .isZero();
        assertThat(only(store).assemble().segments())
                .singleElement()
                .extracting(node -> node.entity().user())
                .isEqualTo("first");
        assertThat(store.usage().documents()).isOne();
    }

    @Test
    void lateDocument_ofATraceThatCooledDown_isWorkedIn() {
        TraceStore store = new TraceStore(ROOMY);
        Doc call = remote("back");
        add(store, NOON, segment("front").with(call));
        store.tidy(NOON + 60_000);
        add(store, NOON + 60_000, segment("back").calledBy(call));
        assertThat(store.serviceGraph(0, Integer.MAX_VALUE).services())
                .extracting(service -> service.id().type())
                .doesNotContain("remote");
        assertThat(only(store).revision()).isEqualTo(2);
    }

    @Test
    void bound_isKept_andTheOldestTracesAreEvictedAsAWhole() {
        StoreOptions tight = new StoreOptions(4 << 20, Duration.ofHours(1));
        TraceStore store = new TraceStore(tight);
        Random random = new Random(1);
        for (int i = 0; i < 6_000; i++) {
            String trace = id(i);
            Doc call = remote("back");
            String noise = Long.toHexString(random.nextLong()).repeat(2) + "x".repeat(300);
            add(
                    store,
                    NOON + i,
                    segment("front").trace(trace).put("user", noise).with(call));
            add(store, NOON + i, segment("back").trace(trace).calledBy(call).put("user", noise));
            assertThat(store.usage().bytes()).isLessThanOrEqualTo(tight.maxBytes());
        }
        int graphTotal = store.serviceGraph(0, Integer.MAX_VALUE).services().stream()
                .filter(service -> service.id().name().equals("back"))
                .mapToInt(service -> service.statistics().total())
                .sum();
        StoreUsage usage = store.usage();
        assertThat(usage.bytes()).as("bytes after all has been settled").isLessThanOrEqualTo(tight.maxBytes());
        assertThat(usage.evicted()).isPositive();
        assertThat(usage.traces() + usage.evicted()).isEqualTo(6_000);
        assertThat(usage.documents()).isEqualTo(usage.traces() * 2L);
        assertThat(store.find(List.of(traceId(0)))).isEmpty();
        assertThat(store.find(List.of(traceId(5_999))).get(0).documents()).hasSize(2);
        assertThat(graphTotal).isEqualTo(usage.traces());
    }

    /**
     * Documents that come while their trace is being settled, questions at that moment, traces that leave meanwhile.
     */
    @Test
    void concurrentAggregation_countsEachDocumentOnce() throws Exception {
        TraceStore store = new TraceStore(new StoreOptions(4 << 20, Duration.ofHours(1)));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<?> tidy = threads.submit(() -> {
                while (!done.get()) {
                    store.tidy(NOON + 60_000);
                }
            });
            Future<?> questions = threads.submit(() -> {
                while (!done.get()) {
                    StoreUsage usage = store.usage();
                    assertThat(usage.bytes()).isLessThanOrEqualTo(4 << 20);
                    assertThat(seen(store, "front")).isLessThanOrEqualTo(8_000);
                    LockSupport.parkNanos(1_000_000);
                }
            });
            for (int i = 0; i < 4_000; i++) {
                Doc call = remote("back");
                add(store, NOON, segment("front").trace(id(i)).with(call));
                add(store, NOON, segment("back").trace(id(i)).calledBy(call).put("user", noise(i)));
                Doc late = remote("late");
                int earlier = Math.max(0, i - 50);
                add(store, NOON, segment("front").trace(id(earlier)).with(late));
            }
            done.set(true);
            tidy.get();
            questions.get();
        } finally {
            threads.shutdownNow();
        }

        int counted = seen(store, "front") + seen(store, "back");
        StoreUsage usage = store.usage();
        assertThat(usage.evicted()).isPositive();
        assertThat(usage.documents()).isEqualTo(counted);
        store.tidy(NOON + 2 * Duration.ofHours(1).toMillis());
        assertThat(store.serviceGraph(0, Integer.MAX_VALUE).isEmpty()).isTrue();
    }

    /** Nothing that packing could make small. */
    private static String noise(int seed) {
        byte[] bytes = new byte[600];
        new Random(seed).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static int seen(TraceStore store, String service) {
        return store.serviceGraph(0, Integer.MAX_VALUE).services().stream()
                .filter(node -> node.id().name().equals(service) && node.id().type() == null)
                .mapToInt(node -> node.statistics().total())
                .sum();
    }

    @Test
    void retention_letsOldTracesGo() {
        TraceStore store = new TraceStore(ROOMY);
        add(store, NOON, segment("front"));
        store.tidy(NOON + Duration.ofMinutes(59).toMillis());
        assertThat(store.usage().traces()).isOne();
        store.tidy(NOON + Duration.ofMinutes(61).toMillis());
        assertThat(store.usage().traces()).isZero();
        assertThat(store.serviceGraph(0, Integer.MAX_VALUE).isEmpty()).isTrue();
    }

    @Test
    void pages_areNewestFirst_andGoOnWhereTheyEnded() {
        TraceStore store = new TraceStore(ROOMY);
        for (int i = 0; i < 10; i++) {
            add(store, NOON, segment("front").trace(id(i)).at(i));
        }
        long start = (long) Doc.EPOCH * 1000;
        List<TraceSnapshot> first = store.newestFirst(TraceOrder.START, start, start + 9000, null, 4);
        assertThat(first).extracting(TraceSnapshot::id).containsExactly(ids(8, 7, 6, 5));
        List<TraceSnapshot> second = store.newestFirst(
                TraceOrder.START, start, start + 9000, first.get(3).position(), 4);
        assertThat(second).extracting(TraceSnapshot::id).containsExactly(ids(4, 3, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void incrementalGraph_equalsTheOneOfAllTracesAtOnce_inWhateverOrderDocumentsArrive(long seed) {
        Random random = new Random(seed);
        TraceStore incremental = new TraceStore(ROOMY);
        List<SegmentDocument> documents = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            randomTrace(random, id(i)).forEach(doc -> documents.add(doc.parse()));
        }
        Collections.shuffle(documents, random);
        long now = NOON;
        for (SegmentDocument document : documents) {
            incremental.add(List.of(document), NOON);
            now += random.nextInt(3_000);
            switch (random.nextInt(4)) {
                case 0 -> incremental.tidy(now);
                case 1 -> incremental.serviceGraph(0, Integer.MAX_VALUE);
                default -> {}
            }
        }
        TraceStore atOnce = new TraceStore(ROOMY);
        atOnce.add(documents, NOON);
        assertThat(incremental.serviceGraph(0, Integer.MAX_VALUE)).isEqualTo(atOnce.serviceGraph(0, Integer.MAX_VALUE));
        assertThat(incremental.usage().documents()).isEqualTo(atOnce.usage().documents());
    }

    private static List<Doc> randomTrace(Random random, String trace) {
        List<Doc> documents = new ArrayList<>();
        Doc caller = null;
        for (int depth = 0; depth <= random.nextInt(4); depth++) {
            Doc call = remote("service" + random.nextInt(4))
                    .took(random.nextDouble())
                    .status(status(random));
            Doc service = segment("service" + random.nextInt(4))
                    .trace(trace)
                    .took(random.nextDouble())
                    .status(status(random))
                    .with(local("work").with(call), table("Table" + random.nextInt(3)));
            if (caller != null) {
                service.calledBy(caller);
            }
            documents.add(service);
            if (random.nextBoolean()) {
                documents.add(table("Streamed").independent(call).trace(trace));
            }
            caller = random.nextInt(5) == 0 ? remote("lost") : call;
        }
        return documents;
    }

    private static int status(Random random) {
        return new int[] {200, 200, 200, 404, 429, 500}[random.nextInt(6)];
    }

    private static int add(TraceStore store, long now, Doc... documents) {
        return store.add(Stream.of(documents).map(Doc::parse).toList(), now);
    }

    private static TraceSnapshot only(TraceStore store) {
        List<TraceSnapshot> found = store.newestFirst(TraceOrder.RECEIPT, 0, Long.MAX_VALUE, null, 9);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String id(int number) {
        return "1-58406520-%024x".formatted(number);
    }

    private static TraceId traceId(int number) {
        return TraceId.parse(id(number));
    }

    private static TraceId[] ids(int... numbers) {
        return java.util.Arrays.stream(numbers)
                .mapToObj(TraceStoreTests::traceId)
                .toArray(TraceId[]::new);
    }
}
