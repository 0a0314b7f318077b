package com.anycompany.xray.local.store;

/**
 * Persistence of chunks: is told of every change, so that they may survive the process.
 *
 * <p>{@code oldestTrace} goes along each time: after a restart, what remains of older traces must not come back.
 */
interface ChunkPersistence {

    /** Nothing is kept. */
    ChunkPersistence NONE = new ChunkPersistence() {
        @Override
        public void grown(Chunk open, int from, long oldestTrace) {}

        @Override
        public void sealed(Chunk chunk, long oldestTrace) {}

        @Override
        public void released(int oldestChunk) {}
    };

    /** The open chunk has grown from this length on. */
    void grown(Chunk open, int from, long oldestTrace);

    /** The open chunk is full; what comes next belongs to the chunk with the next number. */
    void sealed(Chunk chunk, long oldestTrace);

    /** Chunks before this one aren't needed any more. */
    void released(int oldestChunk);
}
