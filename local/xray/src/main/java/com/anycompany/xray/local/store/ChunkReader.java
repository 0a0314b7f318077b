package com.anycompany.xray.local.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads chunks for one question, unpacking each once even if several of its documents are wanted. */
final class ChunkReader {

    private static final int MAX_UNPACKED = 64;

    private final Map<Integer, byte[]> unpacked = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
            return size() > MAX_UNPACKED;
        }
    };

    byte[] content(Chunk chunk) {
        return unpacked.computeIfAbsent(chunk.number(), number -> chunk.content());
    }
}
