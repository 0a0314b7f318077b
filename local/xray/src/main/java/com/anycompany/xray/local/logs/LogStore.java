package com.anycompany.xray.local.logs;

import com.anycompany.xray.local.segment.TraceId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Store of log records by trace: a queue of {@link LogBlock}s, in memory and, with a folder, on disk. When the bytes exceed the bound,
 * the oldest block leaves, wholly. A record may come before its trace, and stay longer or shorter than it.
 *
 * <p>Decision: docs/adr/064-logs-beside-traces.md.
 */
public final class LogStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogStore.class);
    private static final int BLOCKS = 8;
    private static final long DEFAULT_BYTES = 32L << 20;
    private static final int HEAP_SHARE = 16;
    private static final long LEAST_BYTES = 1L << 20;

    private final long maxBytes;
    private final int blockBytes;
    private final @Nullable LogFiles files;
    private final Deque<LogBlock> blocks = new ArrayDeque<>();
    private int nextBlock;

    /** Whether the newest block is this process's: an earlier one's file isn't written to. */
    private boolean begun;

    private long evicted;

    /**
     * State of the store.
     *
     * @param records how many there are
     * @param evicted how many have left
     * @param diskFailed whether the disk refused the latest write
     */
    public record Usage(long records, long bytes, long maxBytes, long evicted, boolean diskFailed) {}

    /** @param maxBytes about how much memory the records may take */
    private LogStore(long maxBytes, @Nullable LogFiles files) {
        this.maxBytes = maxBytes;
        this.blockBytes = (int) Math.min(1 << 28, maxBytes / BLOCKS);
        this.files = files;
    }

    /** 32 MB, but no more than a sixteenth of the heap. */
    public static long defaultBytes() {
        return Math.max(
                LEAST_BYTES, Math.min(DEFAULT_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE));
    }

    /** @throws IllegalArgumentException if it is less than 1 MB */
    public static void checkMaxBytes(long maxBytes) {
        if (maxBytes < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "xray.logs.max-bytes is " + maxBytes + "; give at least " + LEAST_BYTES + " (1 MB)");
        }
    }

    /**
     * Opens the store, and restores what an earlier process has left in the folder.
     *
     * @param maxBytes about how much memory the records may take
     * @param folder null keeps them in memory only
     * @throws IllegalArgumentException if {@code maxBytes} is less than 1 MB
     */
    public static LogStore open(long maxBytes, @Nullable Path folder) throws IOException {
        checkMaxBytes(maxBytes);
        LogStore store = new LogStore(maxBytes, folder == null ? null : new LogFiles(folder));
        store.restore();
        return store;
    }

    private synchronized void restore() throws IOException {
        if (files == null) {
            return;
        }
        SortedMap<Integer, Path> found = files.found();
        leaveOutOldest(files, found);
        for (Map.Entry<Integer, Path> file : found.entrySet()) {
            LogBlock block = new LogBlock(file.getKey());
            int damaged = block.restore(Files.readAllBytes(file.getValue()));
            if (damaged > 0) {
                LOG.warn("{} bytes of {} are damaged or unfinished and left out", damaged, file.getValue());
            }
            block.trim();
            blocks.add(block);
            nextBlock = file.getKey() + 1;
        }
        evict();
    }

    /** Deletes files that wouldn't be kept, before they are read: the bound may be smaller than it was. */
    private void leaveOutOldest(LogFiles present, SortedMap<Integer, Path> found) throws IOException {
        long bytes = 0;
        for (Path file : found.values()) {
            bytes += Files.size(file);
        }
        while (bytes > maxBytes && !found.isEmpty()) {
            int oldest = found.firstKey();
            bytes -= Files.size(found.get(oldest));
            found.remove(oldest);
            present.delete(oldest);
            nextBlock = oldest + 1;
        }
    }

    /** The largest record that is kept. */
    public int maxRecordBytes() {
        return Math.min(256 << 10, blockBytes / 2);
    }

    /** Adds records; with a folder, they survive the end of this process from then on. */
    public synchronized void add(List<LogEntry> entries, long nowMillis) {
        List<LogEntry> some = new ArrayList<>();
        long bytes = LogBlock.FRAME_HEADER;
        for (LogEntry entry : entries) {
            int size = LogBlock.ENTRY_HEADER + entry.json().length;
            if (bytes + size > blockBytes) {
                addFrame(some, nowMillis);
                some.clear();
                bytes = LogBlock.FRAME_HEADER;
            }
            some.add(entry);
            bytes += size;
        }
        if (!some.isEmpty()) {
            addFrame(some, nowMillis);
        }
        evict();
    }

    private void addFrame(List<LogEntry> entries, long nowMillis) {
        LogBlock block = blockFor(LogBlock.frameLength(entries));
        ByteBuffer frame = block.append(entries, nowMillis);
        if (files != null) {
            files.append(block.number(), frame);
        }
    }

    private LogBlock blockFor(long bytes) {
        LogBlock newest = blocks.peekLast();
        if (newest == null || !begun || newest.length() + bytes > blockBytes) {
            if (newest != null) {
                newest.trim();
            }
            newest = new LogBlock(nextBlock++);
            blocks.add(newest);
            begun = true;
        }
        return newest;
    }

    private void evict() {
        long bytes = bytes();
        while (bytes > maxBytes && blocks.size() > 1) {
            bytes -= blocks.getFirst().memory();
            leave();
        }
    }

    private void leave() {
        LogBlock oldest = blocks.removeFirst();
        evicted += oldest.records();
        if (files != null) {
            files.delete(oldest.number());
        }
    }

    private long bytes() {
        return blocks.stream().mapToLong(LogBlock::memory).sum();
    }

    /** Evicts blocks whose records are all older. */
    public synchronized void evictOlderThan(long millis) {
        while (!blocks.isEmpty() && blocks.getFirst().newestMillis() < millis) {
            leave();
        }
    }

    /** The records of a trace, in order of time; those of the same time in order of receipt. */
    public synchronized List<LogEntry> find(TraceId trace) {
        List<LogEntry> found = new ArrayList<>();
        for (LogBlock block : blocks) {
            block.find(trace, found);
        }
        found.sort(Comparator.comparingLong(LogEntry::nanos));
        return found;
    }

    public synchronized Usage usage() {
        long records = blocks.stream().mapToLong(LogBlock::records).sum();
        return new Usage(records, bytes(), maxBytes, evicted, files != null && files.hasFailed());
    }

    @Override
    public synchronized void close() throws IOException {
        if (files != null) {
            files.close();
        }
    }
}
