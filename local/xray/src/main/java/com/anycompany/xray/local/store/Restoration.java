package com.anycompany.xray.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the chunks of an earlier process. A write that was cut short, by {@code kill -9} or a full disk, is cut off. Of
 * what is damaged only the frames concerned are left out; the file is kept as it was, beside the others.
 *
 * <p>Decision: docs/adr/047-restore-in-the-background.md.
 */
final class Restoration {

    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    private final ChunkFiles files;
    private final ChunkCompressor compressor;
    private final List<Chunk> chunks = new ArrayList<>();
    private long oldestTrace;
    private int nextChunk;
    private int damages;

    private Restoration(ChunkFiles files, ChunkCompressor compressor) {
        this.files = files;
        this.compressor = compressor;
    }

    /**
     * What there was.
     *
     * @param chunks sealed and in order
     * @param open the chunk behind them, which isn't in a file of sealed chunks yet
     * @param oldestTrace what is older had left already
     * @param damages how many stretches of the files were damaged
     */
    record Restored(List<Chunk> chunks, @Nullable Chunk open, long oldestTrace, int damages) {

        static final Restored NOTHING = new Restored(List.of(), null, 0, 0);

        /** Those of the files, and the open one. */
        List<Chunk> all() {
            List<Chunk> all = new ArrayList<>(chunks);
            if (open != null) {
                all.add(open);
            }
            return all;
        }
    }

    static Restored read(ChunkFiles files, ChunkCompressor compressor) throws IOException {
        Restoration restoration = new Restoration(files, compressor);
        for (Path file : List.copyOf(files.sealedFiles())) {
            restoration.readSealed(file);
        }
        Chunk open = restoration.readOpen(files.openFile());
        return new Restored(restoration.chunks, open, restoration.oldestTrace, restoration.damages);
    }

    private void readSealed(Path path) throws IOException {
        FrameReader file = new FrameReader(Files.readAllBytes(path));
        for (Frame frame = file.next(); frame != null; frame = file.next()) {
            Chunk chunk = frame.chunk() < nextChunk ? null : unpacked(frame);
            if (chunk == null) {
                file.refuseLast();
            } else {
                chunks.add(chunk);
                recordOldestTrace(frame);
                nextChunk = frame.chunk() + 1;
            }
        }
        record(path, file);
        if (file.damages() > 0) {
            files.rewrite(path, file.whole());
        } else if (file.unfinishedBytes() > 0) {
            files.cut(path, file.unfinishedBytes());
        }
    }

    /** Null if it can't be read, though its checksum is right. */
    private @Nullable Chunk unpacked(Frame frame) {
        if (frame.compression() == Frame.RAW) {
            return null;
        }
        byte[] packed = new byte[frame.content().remaining()];
        frame.content().duplicate().get(packed);
        try {
            Compression compression = Compression.values()[frame.compression()];
            return Chunk.sealed(frame.chunk(), packed, compression, frame.rawLength(), compressor);
        } catch (RuntimeException e) {
            LOG.debug("chunk {} can't be unpacked", frame.chunk(), e);
            return null;
        }
    }

    /** The chunk that was open, unless its file had not begun anew after the one before was sealed. */
    private @Nullable Chunk readOpen(Path path) throws IOException {
        FrameReader file = new FrameReader(Files.readAllBytes(path));
        OpenChunk open = null;
        for (Frame frame = file.next(); frame != null; frame = file.next()) {
            if (frame.chunk() < nextChunk) {
                continue;
            }
            open = open == null ? new OpenChunk(frame.chunk()) : open;
            if (!open.add(frame)) {
                break;
            }
            recordOldestTrace(frame);
        }
        record(path, file);
        if (open == null || open.length() == 0) {
            return null;
        }
        byte[] content = open.content();
        if (open.lost() > 0) {
            LOG.warn("{}: {} documents more refer to what is damaged, and are left out", path, open.lost());
        }
        Compression compression = compressor.best();
        byte[] packed = compressor.compress(compression, content, open.length());
        return Chunk.sealed(open.number(), packed, compression, open.length(), compressor);
    }

    private void record(Path path, FrameReader file) {
        damages += file.damages();
        if (file.damages() > 0) {
            Path kept = files.keepAside(path);
            LOG.warn(
                    "{} is damaged: {} of its bytes, in {} places, can't be read; documents in them are left out{}",
                    path,
                    file.damagedBytes(),
                    file.damages(),
                    kept == null ? "" : "; the file as it was is kept as " + kept);
        }
        if (file.unfinishedBytes() > 0) {
            LOG.warn("{}: {} bytes of an unfinished write were cut off", path, file.unfinishedBytes());
        }
    }

    private void recordOldestTrace(Frame frame) {
        oldestTrace = Math.max(oldestTrace, frame.oldestTrace());
    }
}
