package com.anycompany.xray.local.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of chunks: sealed ones are compressed, one after another, in files of some megabytes; the open one is written
 * as it grows, uncompressed, to a file that begins anew for each chunk.
 *
 * <pre>
 * chunks-0000000000   [chunk 0 packed][chunk 1 packed] … [chunk 470 packed]
 * chunks-0000000471   [chunk 471 packed] …
 * open                [chunk 502: bytes 0–1,240][chunk 502: bytes 1,240–60,872]
 * </pre>
 *
 * A chunk is packed once, for memory and disk together. Its file is written before {@code open} begins anew, so at any
 * moment each document stands whole in one of them. The oldest file goes when the last of its chunks isn't needed.
 */
final class ChunkFiles implements ChunkPersistence, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkFiles.class);
    static final String OPEN = "open";
    private static final String PREFIX = "chunks-";

    private final Path folder;
    private final long fileBytes;
    private final TreeMap<Integer, Path> files = new TreeMap<>();
    private final FileChannel open;
    private @Nullable FileChannel newest;
    private volatile @Nullable String failure;

    /** @param fileBytes how large a file may grow before the next one begins */
    ChunkFiles(Path folder, long fileBytes) throws IOException {
        this.folder = folder;
        this.fileBytes = fileBytes;
        try (var found = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : found) {
                files.put(firstChunk(file), file);
            }
        }
        this.open = FileChannel.open(
                folder.resolve(OPEN), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static int firstChunk(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            return Integer.parseInt(name.substring(PREFIX.length()));
        } catch (NumberFormatException e) {
            throw new IOException(file + " is none of X-Ray Local's files; move it elsewhere", e);
        }
    }

    /** The files of sealed chunks, oldest first. */
    Iterable<Path> sealedFiles() {
        return files.values();
    }

    Path openFile() {
        return folder.resolve(OPEN);
    }

    @Override
    public void grown(Chunk chunk, int from, long oldestTrace) {
        int length = chunk.length() - from;
        attempt(() -> {
            if (from == 0) {
                open.truncate(0);
            }
            new Frame(chunk.number(), from, Frame.RAW, length, oldestTrace, chunk.region(from, chunk.length()))
                    .write(open);
        });
    }

    @Override
    public void sealed(Chunk chunk, long oldestTrace) {
        attempt(() -> {
            byte compression = (byte) chunk.compression().ordinal();
            Frame frame = new Frame(
                    chunk.number(),
                    0,
                    compression,
                    chunk.length(),
                    oldestTrace,
                    java.nio.ByteBuffer.wrap(chunk.packed()));
            frame.write(fileFor(chunk));
        });
    }

    private FileChannel fileFor(Chunk chunk) throws IOException {
        FileChannel file = newest;
        if (file == null || file.position() >= fileBytes) {
            if (file != null) {
                file.close();
            }
            Path path = folder.resolve(PREFIX + "%010d".formatted(chunk.number()));
            file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            files.put(chunk.number(), path);
            newest = file;
        }
        return file;
    }

    @Override
    public void released(int oldestChunk) {
        for (Map.Entry<Integer, Path> second = files.higherEntry(files.isEmpty() ? 0 : files.firstKey());
                second != null && second.getKey() <= oldestChunk;
                second = files.higherEntry(files.firstKey())) {
            Path leaving = files.pollFirstEntry().getValue();
            attempt(() -> Files.deleteIfExists(leaving));
        }
    }

    /** A write that may fail. */
    private interface Write {
        void run() throws IOException;
    }

    /** After a failure nothing is written any more: what is there stays readable, and the store goes on in memory. */
    private void attempt(Write write) {
        if (failure == null) {
            try {
                write.run();
            } catch (IOException e) {
                failure = String.valueOf(e.getMessage());
                LOG.error(
                        "{} can't be written ({}): new traces are kept in memory only until a restart",
                        folder,
                        failure);
            }
        }
    }

    /** Why nothing is written any more, or null. */
    @Nullable
    String failure() {
        return failure;
    }

    @Override
    public void close() throws IOException {
        open.close();
        if (newest != null) {
            newest.close();
        }
    }
}
