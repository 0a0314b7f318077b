package com.anycompany.xray.local.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Frame of a file: numbers of a chunk, its bytes or a part of them, and a checksum over everything, by which damage and
 * unfinished writes are detected. Each begins with the same four bytes, so that the next one is found behind damage.
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
    private static final int LENGTH = HEADER - 2 * Integer.BYTES;

    /** A compressed chunk is hardly longer than a plain one. */
    private static final int MOST_CONTENT = 2 * Chunk.MAX_LENGTH;

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
        return file.remaining() < HEADER ? null : read(file, file.getInt(file.position() + LENGTH));
    }

    /** The same of a frame that ends there, if nothing but its length is damaged. */
    static @Nullable Frame readUntil(ByteBuffer file, int end) {
        return read(file, end - file.position() - HEADER);
    }

    private static @Nullable Frame read(ByteBuffer file, int length) {
        if (length < 0 || length > Math.min(MOST_CONTENT, file.remaining() - HEADER)) {
            return null;
        }
        ByteBuffer bytes = file.slice(file.position(), HEADER);
        ByteBuffer header =
                ByteBuffer.allocate(HEADER).put(bytes).putInt(LENGTH, length).flip();
        int magic = header.getInt();
        int chunk = header.getInt();
        int offset = header.getInt();
        byte compression = header.get();
        int rawLength = header.getInt();
        long oldestTrace = header.getLong();
        header.getInt();
        ByteBuffer content = file.slice(file.position() + HEADER, length);
        boolean valid = magic == MAGIC
                && rawLength >= 0
                && rawLength <= Chunk.MAX_LENGTH
                && compression >= RAW
                && compression < Compression.values().length
                && header.getInt() == checksum(header.duplicate().rewind().limit(HEADER - Integer.BYTES), content);
        if (!valid) {
            return null;
        }
        file.position(file.position() + HEADER + length);
        return new Frame(chunk, offset, compression, rawLength, oldestTrace, content.rewind());
    }

    /** Where the next whole frame begins behind the buffer's position, which doesn't move; -1 if there is none. */
    static int find(ByteBuffer file) {
        ByteBuffer rest = file.duplicate();
        for (int at = file.position() + 1; at <= file.limit() - HEADER; at++) {
            if (file.getInt(at) == MAGIC && read(rest.position(at)) != null) {
                return at;
            }
        }
        return -1;
    }

    /** Whether what is left of the file is what a write leaves that was cut short. */
    static boolean isUnfinished(ByteBuffer file) {
        int left = file.remaining();
        byte[] magic = ByteBuffer.allocate(Integer.BYTES).putInt(MAGIC).array();
        boolean begins = true;
        for (int i = 0; i < Math.min(left, magic.length); i++) {
            begins &= file.get(file.position() + i) == magic[i];
        }
        if (!begins) {
            return isZero(file);
        }
        int length = left < HEADER ? 0 : file.getInt(file.position() + LENGTH);
        return left < HEADER || length > left - HEADER && length <= MOST_CONTENT;
    }

    /** A file system may have made the file longer before the machine died, and written nothing. */
    private static boolean isZero(ByteBuffer file) {
        for (int at = file.position(); at < file.limit(); at++) {
            if (file.get(at) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int checksum(ByteBuffer header, ByteBuffer content) {
        CRC32C sum = new CRC32C();
        sum.update(header);
        sum.update(content);
        return (int) sum.getValue();
    }
}
