package com.anycompany.xray.local.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.xray.local.segment.TraceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store of log records keeps, evicts and restores. */
class LogStoreTests {

    private static final long MEGABYTE = 1 << 20;
    private static final TraceId TRACE = new TraceId(1, 2);

    @TempDir
    private Path folder;

    private static LogEntry entry(TraceId trace, long nanos, String text) {
        return new LogEntry(trace, nanos, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> found(LogStore store, TraceId trace) {
        return store.find(trace).stream()
                .map(entry -> new String(entry.json(), StandardCharsets.UTF_8))
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void records_areSortedByTime_andThoseOfOtherTracesStayOut() throws IOException {
        try (LogStore store = LogStore.open(MEGABYTE, null)) {
            store.add(List.of(entry(TRACE, 20, "b"), entry(new TraceId(1, 3), 15, "x"), entry(TRACE, 10, "a")), 0);
            store.add(List.of(entry(TRACE, 10, "a2")), 0);
            assertThat(found(store, TRACE)).containsExactly("a", "a2", "b");
            assertThat(store.usage().records()).isEqualTo(4);
        }
    }

    @Test
    void oldest_leave_andMemoryStaysWithinTheBound() throws IOException {
        try (LogStore store = LogStore.open(MEGABYTE, folder)) {
            for (int i = 0; i < 400; i++) {
                store.add(List.of(entry(new TraceId(0, i), i, "x".repeat(10_000))), i);
            }
            LogStore.Usage usage = store.usage();
            assertThat(usage.bytes()).isLessThanOrEqualTo(MEGABYTE);
            assertThat(usage.records() + usage.evicted()).isEqualTo(400);
            assertThat(usage.records()).isGreaterThan(50);
            assertThat(found(store, new TraceId(0, 0))).isEmpty();
            assertThat(found(store, new TraceId(0, 399))).hasSize(1);
            assertThat(files()).hasSizeLessThanOrEqualTo(9);
        }
    }

    @Test
    void restart_bringsThemBack_andGoesOnInAnotherFile() throws IOException {
        try (LogStore store = LogStore.open(MEGABYTE, folder)) {
            store.add(List.of(entry(TRACE, 1, "a")), 0);
        }
        try (LogStore store = LogStore.open(MEGABYTE, folder)) {
            store.add(List.of(entry(TRACE, 2, "b")), 0);
            assertThat(found(store, TRACE)).containsExactly("a", "b");
        }
        try (LogStore store = LogStore.open(MEGABYTE, folder)) {
            assertThat(found(store, TRACE)).containsExactly("a", "b");
            assertThat(files()).hasSize(2);
        }
    }

    @Test
    void smallerBound_leavesOutTheOldestFiles_beforeTheyAreRead() throws IOException {
        try (LogStore store = LogStore.open(4 * MEGABYTE, folder)) {
            for (int i = 0; i < 300; i++) {
                store.add(List.of(entry(new TraceId(0, i), i, "x".repeat(10_000))), i);
            }
        }
        Files.write(folder.resolve("logs-9999999999"), new byte[1]);
        try (LogStore store = LogStore.open(MEGABYTE, folder)) {
            assertThat(store.usage().bytes()).isLessThanOrEqualTo(MEGABYTE);
            assertThat(found(store, new TraceId(0, 0))).isEmpty();
            assertThat(found(store, new TraceId(0, 299))).hasSize(1);
            store.add(List.of(entry(TRACE, 1, "new")), 1);
            assertThat(found(store, TRACE)).containsExactly("new");
        }
    }

    @Test
    void damage_costsOneFrame() throws IOException {
        try (LogStore store = LogStore.open(MEGABYTE, folder)) {
            store.add(List.of(entry(TRACE, 1, "first")), 0);
            store.add(List.of(entry(TRACE, 2, "second")), 0);
            store.add(List.of(entry(TRACE, 3, "third")), 0);
        }
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.write(file, new byte[] {0x58, 0x52, 0x4C, 0x4C, 0, 0, 1, 0}, StandardOpenOption.APPEND);
        try (LogStore store = LogStore.open(MEGABYTE, folder)) {
            assertThat(found(store, TRACE)).containsExactly("first", "third");
        }
    }

    @Test
    void retention_evictsWholeBlocks() throws IOException {
        try (LogStore store = LogStore.open(MEGABYTE, folder)) {
            store.add(List.of(entry(TRACE, 1, "old")), 1000);
            store.evictOlderThan(1000);
            assertThat(found(store, TRACE)).hasSize(1);
            store.evictOlderThan(1001);
            assertThat(found(store, TRACE)).isEmpty();
            assertThat(files()).isEmpty();
            store.add(List.of(entry(TRACE, 2, "new")), 2000);
            assertThat(found(store, TRACE)).containsExactly("new");
        }
    }

    @Test
    void tooSmallABound_isRefused() {
        assertThatThrownBy(() -> LogStore.open(1000, null)).hasMessageContaining("at least 1048576 (1 MB)");
    }
}
