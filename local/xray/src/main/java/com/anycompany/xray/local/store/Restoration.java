package com.anycompany.xray.local.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the chunks of an earlier process. A write that was cut short, by {@code kill -9} or a full disk, is cut off;
 * all that was written before it counts.
 */
final class Restoration {

    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    private final List<Chunk> chunks = new ArrayList<>();
    private long oldestTrace;
    private int nextChunk;

    private final ChunkCompressor compressor;

    private Restoration(ChunkCompressor compressor) {
        this.compressor = compressor;
    }

    /**
     * What there was.
     *
     * @param chunks sealed and in order
     * @param oldestTrace what is older had left already
     */
    record Restored(List<Chunk> chunks, long oldestTrace) {}

    static Restored read(ChunkFiles files, ChunkCompressor compressor) throws IOException {
        Restoration restoration = new Restoration(compressor);
        for (Path file : files.sealedFiles()) {
            restoration.readSealed(file);
        }
        Chunk open = restoration.readOpen(files.openFile());
        if (open != null) {
            files.sealed(open, restoration.oldestTrace);
            restoration.chunks.add(open);
        }
        return new Restored(restoration.chunks, restoration.oldestTrace);
    }

    private void readSealed(Path path) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path));
        for (Frame frame = Frame.read(file); frame != null; frame = Frame.read(file)) {
            byte[] packed = new byte[frame.content().remaining()];
            frame.content().get(packed);
            chunks.add(Chunk.sealed(
                    frame.chunk(), packed, Compression.values()[frame.compression()], frame.rawLength(), compressor));
            recordOldestTrace(frame);
            nextChunk = frame.chunk() + 1;
        }
        if (file.hasRemaining()) {
            LOG.warn("{}: {} bytes of an unfinished write were cut off", path, file.remaining());
            cut(path, file.position());
        }
    }

    private static void cut(Path path, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    /** The chunk that was open, unless its file had not begun anew after the one before was sealed. */
    private @Nullable Chunk readOpen(Path path) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path));
        List<Frame> frames = new ArrayList<>();
        int length = 0;
        Frame frame = Frame.read(file);
        while (frame != null && frame.offset() == length && frame.chunk() >= nextChunk && sameChunk(frames, frame)) {
            frames.add(frame);
            recordOldestTrace(frame);
            length += frame.rawLength();
            frame = Frame.read(file);
        }
        if (frame == null && file.hasRemaining()) {
            LOG.warn("{}: {} bytes of an unfinished write were cut off", path, file.remaining());
        }
        return frames.isEmpty() ? null : open(frames, length);
    }

    private static boolean sameChunk(List<Frame> frames, Frame frame) {
        return frames.isEmpty() || frames.get(0).chunk() == frame.chunk();
    }

    private Chunk open(List<Frame> frames, int length) {
        byte[] content = new byte[length];
        ByteBuffer all = ByteBuffer.wrap(content);
        frames.forEach(frame -> all.put(frame.content()));
        Compression compression = compressor.best();
        byte[] packed = compressor.compress(compression, content, length);
        return Chunk.sealed(frames.get(0).chunk(), packed, compression, length, compressor);
    }

    private void recordOldestTrace(Frame frame) {
        oldestTrace = Math.max(oldestTrace, frame.oldestTrace());
    }
}
