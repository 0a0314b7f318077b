package com.anycompany.capacitydb.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Appends frames to a file, each the changes of one commit: a mark, the length of the contents, their checksum and they themselves.
 * A frame that couldn't be written whole is taken back.
 *
 * <pre>{@code
 * mark (4 bytes) | length (4) | CRC-32 (4) | changes
 * }</pre>
 */
final class FrameWriter implements AutoCloseable {

    static final int MARK = 0xCDB0F7A3;
    static final int HEADER = 12;

    private static final int ROOM = 4096;
    private static final int MAX_KEPT_ROOM = 1 << 20;

    private final RandomAccessFile file;
    private final Encoder encoder = new Encoder(ROOM);
    private long length;

    FrameWriter(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        length = file.length();
    }

    long length() {
        return length;
    }

    /** Appends frames, each of which is read again as a whole or not at all, with one write. */
    void append(List<List<Change>> frames) throws IOException {
        encoder.reset(ROOM, MAX_KEPT_ROOM);
        frames.forEach(this::encode);
        write(encoder);
    }

    private void encode(List<Change> changes) {
        int begin = encoder.length();
        encoder.putInt(MARK);
        encoder.putInt(0);
        encoder.putInt(0);
        changes.forEach(change -> ChangeCodec.put(encoder, change));
        int contents = begin + HEADER;
        CRC32 checksum = new CRC32();
        checksum.update(encoder.array(), contents, encoder.length() - contents);
        encoder.setInt(begin + 4, encoder.length() - contents);
        encoder.setInt(begin + 8, (int) checksum.getValue());
    }

    /** Waits until the disk has what was written. */
    void force() throws IOException {
        file.getChannel().force(false);
    }

    private void write(Encoder frame) throws IOException {
        if (file.length() != length) {
            // An earlier frame failed and couldn't be taken back then.
            file.setLength(length);
        }
        file.seek(length);
        try {
            file.write(frame.array(), 0, frame.length());
            length += frame.length();
        } catch (IOException e) {
            file.setLength(length);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
