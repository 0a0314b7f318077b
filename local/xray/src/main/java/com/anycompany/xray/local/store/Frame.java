package com.anycompany.xray.local.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Frame of a file: numbers of a chunk, its bytes or a part of them, and a checksum over everything, by which an
 * unfinished write is detected.
 *
 * @param chunk the chunk's number
 * @param offset where in the chunk the content begins; 0 for a sealed one
 * @param compression how the content is packed; {@link #RAW} if it isn't
 * @param rawLength the content's length once it is unpacked
 * @param oldestTrace the oldest trace that was still wanted at that time
 */
record Frame(int chunk, int offset, byte compression, int rawLength, long oldestTrace, ByteBuffer content) {

    static final byte RAW = -1;
    private static final int MAGIC = 0x5852_4C31;
    private static final int HEADER = 6 * Integer.BYTES + Long.BYTES + 1;

    /** Writes it at the channel's position. */
    void write(FileChannel file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER)
                .putInt(MAGIC)
                .putInt(chunk)
                .putInt(offset)
                .put(compression)
                .putInt(rawLength)
                .putLong(oldestTrace)
                .putInt(content.remaining());
        header.putInt(checksum(header.duplicate().flip(), content.duplicate())).flip();
        ByteBuffer[] parts = {header, content.duplicate()};
        while (header.hasRemaining() || parts[1].hasRemaining()) {
            file.write(parts);
        }
    }

    int bytes() {
        return HEADER + content.remaining();
    }

    /** The frame at the buffer's position, which moves behind it; null, and no move, if there is no whole one. */
    static @Nullable Frame read(ByteBuffer file) {
        if (file.remaining() < HEADER) {
            return null;
        }
        ByteBuffer header = file.slice(file.position(), HEADER);
        if (header.getInt() != MAGIC) {
            return null;
        }
        int chunk = header.getInt();
        int offset = header.getInt();
        byte compression = header.get();
        int rawLength = header.getInt();
        long oldestTrace = header.getLong();
        int length = header.getInt();
        if (length < 0 || length > file.remaining() - HEADER || rawLength < 0 || rawLength > Chunk.MAX_LENGTH) {
            return null;
        }
        ByteBuffer content = file.slice(file.position() + HEADER, length);
        int checksum = header.getInt();
        if (checksum != checksum(file.slice(file.position(), HEADER - Integer.BYTES), content.duplicate())) {
            return null;
        }
        file.position(file.position() + HEADER + length);
        return new Frame(chunk, offset, compression, rawLength, oldestTrace, content);
    }

    private static int checksum(ByteBuffer header, ByteBuffer content) {
        CRC32C sum = new CRC32C();
        sum.update(header);
        sum.update(content);
        return (int) sum.getValue();
    }
}
