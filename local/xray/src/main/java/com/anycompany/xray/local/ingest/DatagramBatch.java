package com.anycompany.xray.local.ingest;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Buffer for datagrams, one behind another in one array that is reused: a datagram costs a copy, and no garbage. */
final class DatagramBatch {

    static final int BYTES = 256 * 1024;

    /** However small they are: where each ends has to be kept, too. */
    private static final int MOST = 8192;

    private final byte[] bytes = new byte[BYTES];
    private int[] ends = new int[256];
    private int size;

    /** Receives the datagrams. */
    @FunctionalInterface
    interface Reader {
        void read(byte[] bytes, int from, int to);
    }

    boolean fits(int length) {
        return end() + length <= BYTES && size < MOST;
    }

    void add(ByteBuffer datagram) {
        int length = datagram.remaining();
        int end = end();
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        datagram.get(bytes, end, length);
        ends[size++] = end + length;
    }

    private int end() {
        return size == 0 ? 0 : ends[size - 1];
    }

    int size() {
        return size;
    }

    void forEach(Reader reader) {
        for (int i = 0; i < size; i++) {
            reader.read(bytes, i == 0 ? 0 : ends[i - 1], ends[i]);
        }
    }

    void clear() {
        size = 0;
    }
}
