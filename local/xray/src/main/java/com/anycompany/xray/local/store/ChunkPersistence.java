package com.anycompany.xray.local.store;

/**
 * Persistence of chunks: is told of every change, so that they may survive the process. A change that can't be written is
 * told again later.
 *
 * <p>{@code oldestTrace} goes along each time: after a restart, what remains of older traces must not come back.
 */
interface ChunkPersistence {

    /** Nothing is kept. */
    ChunkPersistence NONE = new ChunkPersistence() {
        @Override
        public boolean grown(Chunk open, int from, long oldestTrace) {
            return true;
        }

        @Override
        public boolean sealed(Chunk chunk, long oldestTrace) {
            return true;
        }

        @Override
        public void released(int oldestChunk) {}
    };

    /**
     * The open chunk has grown from this length on; all chunks before it have been written.
     *
     * @return whether it is written now
     */
    boolean grown(Chunk open, int from, long oldestTrace);

    /**
     * The open chunk is full; what comes next belongs to the chunk with the next number.
     *
     * @return whether it is written now
     */
    boolean sealed(Chunk chunk, long oldestTrace);

    /** Chunks before this one aren't needed any more. */
    void released(int oldestChunk);
}
