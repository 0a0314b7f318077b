package com.anycompany.xray.local.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Content of the chunk that was open when the earlier process ended, from the parts that were written of it. A part that
 * is damaged is a gap: it becomes a definition that no document refers to, and documents whose definition stood in it are
 * marked as none.
 *
 * <pre>
 * [0–1,240] [1,240–60,872 damaged] [60,872–61,400]   →   documents, a definition of 59,612 bytes, documents
 * </pre>
 */
final class OpenChunk {

    private final int number;
    private final byte[] content = new byte[Chunk.MAX_LENGTH];
    private final List<Gap> gaps = new ArrayList<>();
    private int length;
    private int lost;

    private record Gap(int from, int to) {

        boolean contains(int offset) {
            return offset >= from && offset < to;
        }
    }

    OpenChunk(int number) {
        this.number = number;
    }

    /** Returns whether the part belongs to this chunk, behind the parts before it. */
    boolean add(Frame part) {
        boolean fits = part.chunk() == number
                && part.compression() == Frame.RAW
                && part.rawLength() == part.content().remaining()
                && part.offset() + part.rawLength() <= Chunk.MAX_LENGTH
                && (part.offset() == length || part.offset() >= length + Chunk.HEADER);
        if (!fits) {
            return false;
        }
        if (part.offset() > length) {
            fillGap(part.offset());
        }
        part.content().duplicate().get(content, length, part.rawLength());
        length += part.rawLength();
        return true;
    }

    private void fillGap(int to) {
        gaps.add(new Gap(length, to));
        Chunk.LONG.set(content, length, 0L);
        Chunk.LONG.set(content, length + Long.BYTES, Chunk.NO_TRACE);
        Chunk.INT.set(content, length + 2 * Long.BYTES, Chunk.DEFINITION | to - length - Chunk.HEADER);
        length = to;
    }

    /** The content, without documents that can't be read. */
    byte[] content() {
        if (!gaps.isEmpty()) {
            for (int offset = 0; offset < length; offset += Chunk.HEADER + Chunk.length(content, offset)) {
                if (Chunk.trace(content, offset) != Chunk.NO_TRACE && lacksDefinition(offset)) {
                    Chunk.LONG.set(content, offset + Long.BYTES, Chunk.NO_TRACE);
                    lost++;
                }
            }
        }
        return content;
    }

    private boolean lacksDefinition(int offset) {
        if (!Chunk.isEncoded(content, offset)) {
            return false;
        }
        int definition = (int) Chunk.INT.get(content, offset + Chunk.HEADER);
        return gaps.stream().anyMatch(gap -> gap.contains(definition));
    }

    int number() {
        return number;
    }

    int length() {
        return length;
    }

    /** How many documents can't be read because of a gap that they don't stand in; known with the content. */
    int lost() {
        return lost;
    }
}
