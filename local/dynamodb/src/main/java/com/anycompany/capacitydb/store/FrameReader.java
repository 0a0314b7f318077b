package com.anycompany.capacitydb.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/** Reads the frames of a file; what is damaged is skipped up to the next whole frame. */
final class FrameReader {

    private final ByteBuffer bytes;
    private long damaged;
    private int end;

    private FrameReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * What a file held.
     *
     * @param damaged how many bytes couldn't be read
     * @param end where its last whole frame ends
     */
    record Result(long damaged, long end) {}

    static Result read(Path path, Consumer<Decoder> frames) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            FrameReader reader = new FrameReader(file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()));
            reader.readAll(frames);
            return new Result(reader.damaged, reader.end);
        }
    }

    private void readAll(Consumer<Decoder> frames) {
        int position = 0;
        while (position < bytes.limit()) {
            int next = wholeFrame(position) ? position : nextWholeFrame(position + 1);
            damaged += next - position;
            if (next == bytes.limit()) {
                return;
            }
            int length = bytes.getInt(next + 4);
            frames.accept(new Decoder(bytes.slice(next + FrameWriter.HEADER, length)));
            position = next + FrameWriter.HEADER + length;
            end = position;
        }
    }

    private int nextWholeFrame(int from) {
        int position = from;
        while (position < bytes.limit() && !wholeFrame(position)) {
            position++;
        }
        return position;
    }

    private boolean wholeFrame(int position) {
        if (position > bytes.limit() - FrameWriter.HEADER || bytes.getInt(position) != FrameWriter.MARK) {
            return false;
        }
        int length = bytes.getInt(position + 4);
        if (length < 0 || length > bytes.limit() - position - FrameWriter.HEADER) {
            return false;
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes.slice(position + FrameWriter.HEADER, length));
        return (int) checksum.getValue() == bytes.getInt(position + 8);
    }
}
