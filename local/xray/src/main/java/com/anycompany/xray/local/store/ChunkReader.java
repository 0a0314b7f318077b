package com.anycompany.xray.local.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads documents for one question, unpacking a chunk once even if several of its traces are wanted. */
final class ChunkReader {

    private static final int MAX_UNPACKED = 64;

    private final Map<Integer, byte[]> unpacked = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
            return size() > MAX_UNPACKED;
        }
    };

    StoredDocument read(Chunk chunk, int offset) {
        return Chunk.document(unpacked.computeIfAbsent(chunk.number(), number -> chunk.content()), offset);
    }
}
