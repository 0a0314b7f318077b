package com.anycompany.xray.local.logs;

import com.anycompany.xray.local.segment.TraceId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Some megabytes of log records, in memory and in a file of their own. Each export is a frame, with a checksum by which damage and
 * unfinished writes are detected:
 *
 * <pre>
 * [magic 4][length 4][checksum 4][received at, ms 8] [trace 16][time, ns 8][length 4][JSON] [trace 16]…
 * </pre>
 *
 * A map has the places of each trace's records. Not thread-safe.
 */
final class LogBlock {

    static final int FRAME_HEADER = 3 * Integer.BYTES + Long.BYTES;
    static final int ENTRY_HEADER = 3 * Long.BYTES + Integer.BYTES;
    private static final int MAGIC = 0x5852_4C4C;
    private static final int CHECKED_FROM = 3 * Integer.BYTES;

    /** What a trace and a record take in the map, about. */
    private static final int TRACE_BYTES = 120;

    private static final int PLACE_BYTES = 8;
    private static final int MAX_GROWTH = 1 << 19;

    private final int number;
    private final Map<TraceId, Places> places = new HashMap<>();
    private byte[] bytes = new byte[4096];
    private int length;
    private int records;
    private long newestMillis;

    /** Places of one trace's records. */
    private static final class Places {
        private int[] at = new int[4];
        private int count;

        void add(int place) {
            if (count == at.length) {
                at = Arrays.copyOf(at, count * 2);
            }
            at[count++] = place;
        }
    }

    LogBlock(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** How many bytes a frame of these records would have. */
    static long frameLength(List<LogEntry> entries) {
        long size = FRAME_HEADER;
        for (LogEntry entry : entries) {
            size += ENTRY_HEADER + entry.json().length;
        }
        return size;
    }

    /** Appends a frame of these records, and returns it. */
    ByteBuffer append(List<LogEntry> entries, long nowMillis) {
        int size = Math.toIntExact(frameLength(entries));
        reserve(size);
        int from = length;
        ByteBuffer frame = ByteBuffer.wrap(bytes, from, size);
        frame.putInt(MAGIC).putInt(size).putInt(0).putLong(nowMillis);
        for (LogEntry entry : entries) {
            index(entry.trace(), frame.position());
            frame.putLong(entry.trace().high())
                    .putLong(entry.trace().low())
                    .putLong(entry.nanos())
                    .putInt(entry.json().length)
                    .put(entry.json());
        }
        frame.putInt(from + 2 * Integer.BYTES, checksum(bytes, from, size));
        length += size;
        newestMillis = Math.max(newestMillis, nowMillis);
        return ByteBuffer.wrap(bytes, from, size);
    }

    private void reserve(int size) {
        if (length + size > bytes.length) {
            int larger = bytes.length + Math.min(bytes.length, MAX_GROWTH);
            bytes = Arrays.copyOf(bytes, Math.max(length + size, larger));
        }
    }

    private void index(TraceId trace, int place) {
        places.computeIfAbsent(trace, id -> new Places()).add(place);
        records++;
    }

    /**
     * Restores a block from its file; what is damaged is left out.
     *
     * @return how many bytes of the file were left out
     */
    int restore(byte[] file) {
        int damaged = 0;
        int at = 0;
        while (at < file.length) {
            int size = frameAt(file, at);
            if (size > 0) {
                take(file, at, size);
                at += size;
            } else {
                damaged++;
                at++;
            }
        }
        return damaged;
    }

    /** The length of the whole frame there; 0 if there is none. */
    private static int frameAt(byte[] file, int at) {
        if (file.length - at < FRAME_HEADER) {
            return 0;
        }
        ByteBuffer header = ByteBuffer.wrap(file, at, FRAME_HEADER);
        int magic = header.getInt();
        int size = header.getInt();
        boolean whole = magic == MAGIC && size >= FRAME_HEADER && size <= file.length - at;
        return whole && header.getInt() == checksum(file, at, size) ? size : 0;
    }

    private void take(byte[] file, int from, int size) {
        reserve(size);
        System.arraycopy(file, from, bytes, length, size);
        ByteBuffer frame = ByteBuffer.wrap(bytes, length, size);
        newestMillis = Math.max(newestMillis, frame.getLong(length + CHECKED_FROM));
        frame.position(length + FRAME_HEADER);
        while (frame.remaining() >= ENTRY_HEADER) {
            int place = frame.position();
            index(new TraceId(frame.getLong(), frame.getLong()), place);
            frame.getLong();
            int json = frame.getInt();
            frame.position(frame.position() + json);
        }
        length += size;
    }

    private static int checksum(byte[] bytes, int from, int size) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, 2 * Integer.BYTES);
        sum.update(bytes, from + CHECKED_FROM, size - CHECKED_FROM);
        return (int) sum.getValue();
    }

    /** Adds a trace's records to {@code found}, in order of receipt. */
    void find(TraceId trace, List<LogEntry> found) {
        @Nullable Places of = places.get(trace);
        for (int i = 0; of != null && i < of.count; i++) {
            ByteBuffer entry = ByteBuffer.wrap(bytes, of.at[i], length - of.at[i]);
            entry.getLong();
            entry.getLong();
            long nanos = entry.getLong();
            byte[] json = new byte[entry.getInt()];
            entry.get(json);
            found.add(new LogEntry(trace, nanos, json));
        }
    }

    /** Gives back what was reserved for more, once no more will come. */
    void trim() {
        bytes = Arrays.copyOf(bytes, length);
    }

    int length() {
        return length;
    }

    int records() {
        return records;
    }

    /** When its latest record was received. */
    long newestMillis() {
        return newestMillis;
    }

    /** The memory that it takes, about. */
    long memory() {
        return bytes.length + (long) places.size() * TRACE_BYTES + (long) records * PLACE_BYTES;
    }
}
