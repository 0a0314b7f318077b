package com.anycompany.xray.local.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 *
 * <p>After a failed write the next one is tried a second later at the earliest; until then the store goes on in memory.
 */
final class ChunkFiles implements ChunkPersistence, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkFiles.class);
    static final String OPEN = "open";
    private static final String PREFIX = "chunks-";
    private static final String CLEANED = "cleaned";
    private static final String ASIDE = "damaged";
    private static final int MOST_ASIDE = 8;
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path folder;
    private final long fileBytes;
    private final TreeMap<Integer, Path> files = new TreeMap<>();
    private final FrameFile open;
    private @Nullable FrameFile newest;
    private volatile @Nullable String failure;
    private long failedNanos;

    /** @param fileBytes how large a file may grow before the next one begins */
    ChunkFiles(Path folder, long fileBytes) throws IOException {
        this.folder = folder;
        this.fileBytes = fileBytes;
        try (var found = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : found) {
                files.put(firstChunk(file), file);
            }
        }
        this.open = FrameFile.open(folder.resolve(OPEN));
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
    Collection<Path> sealedFiles() {
        return files.values();
    }

    Path openFile() {
        return folder.resolve(OPEN);
    }

    @Override
    public boolean grown(Chunk chunk, int from, long oldestTrace) {
        int length = chunk.length() - from;
        return attempt(() -> {
            if (from == 0) {
                open.clear();
            }
            open.append(new Frame(
                    chunk.number(), from, Frame.RAW, length, oldestTrace, chunk.region(from, chunk.length())));
        });
    }

    @Override
    public boolean sealed(Chunk chunk, long oldestTrace) {
        return attempt(() -> {
            byte compression = (byte) chunk.compression().ordinal();
            Frame frame = new Frame(
                    chunk.number(), 0, compression, chunk.length(), oldestTrace, ByteBuffer.wrap(chunk.packed()));
            FrameFile file = fileFor(chunk);
            try {
                file.append(frame);
            } catch (IOException e) {
                if (file.length() == 0) {
                    throw e;
                }
                fileFor(chunk).append(frame);
            }
        });
    }

    /** A file that refused a write isn't used again, unless it is still empty: it may be as large as files may be. */
    private FrameFile fileFor(Chunk chunk) throws IOException {
        FrameFile file = newest;
        if (file != null && (file.length() >= fileBytes || file.hasFailed() && file.length() > 0)) {
            newest = null;
            file.close();
            file = null;
        }
        if (file == null) {
            Path path = folder.resolve(PREFIX + "%010d".formatted(chunk.number()));
            file = FrameFile.open(path);
            file.clear();
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
            try {
                Files.deleteIfExists(leaving);
            } catch (IOException e) {
                LOG.warn("{} isn't needed any more, but can't be deleted: {}", leaving, e.toString());
            }
        }
    }

    /** A write that may fail. */
    private interface Write {
        void run() throws IOException;
    }

    private boolean attempt(Write write) {
        if (failure != null && System.nanoTime() - failedNanos < RETRY_NANOS) {
            return false;
        }
        try {
            write.run();
        } catch (IOException e) {
            if (failure == null) {
                LOG.error(
                        "{} can't be written ({}): new traces are kept in memory only until it can be",
                        folder,
                        e.getMessage());
            }
            failure = String.valueOf(e.getMessage());
            failedNanos = System.nanoTime();
            return false;
        }
        if (failure != null) {
            failure = null;
            LOG.warn("{} can be written again; what it lacks is written now", folder);
        }
        return true;
    }

    /** Why nothing is written at the moment, or null. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Copies a file for the user to look at; null if that isn't possible. Only the latest few are kept. */
    @Nullable
    Path keepAside(Path file) {
        try {
            Path aside = Files.createDirectories(folder.resolve(ASIDE));
            List<Path> kept = new ArrayList<>();
            try (Stream<Path> found = Files.list(aside)) {
                found.sorted(Comparator.comparingLong(each -> each.toFile().lastModified()))
                        .forEach(kept::add);
            }
            for (Path oldest : kept.subList(0, Math.max(0, kept.size() - MOST_ASIDE + 1))) {
                Files.delete(oldest);
            }
            int number = 1;
            while (Files.exists(aside.resolve(file.getFileName() + "." + number))) {
                number++;
            }
            return Files.copy(file, aside.resolve(file.getFileName() + "." + number));
        } catch (IOException e) {
            LOG.warn("{} is damaged, and can't be kept: {}", file, e.toString());
            return null;
        }
    }

    /** Replaces a damaged file by one that has what is whole; if that fails, it is read in the same way next time. */
    void rewrite(Path file, List<Frame> whole) {
        Path cleaned = folder.resolve(CLEANED);
        try (FrameFile out = FrameFile.open(cleaned)) {
            out.clear();
            for (Frame frame : whole) {
                out.append(frame);
            }
        } catch (IOException e) {
            LOG.warn("{} is damaged, and can't be replaced: {}", file, e.toString());
            return;
        }
        try {
            Files.move(cleaned, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} is damaged, and can't be replaced: {}", file, e.toString());
        }
    }

    /** Removes so many bytes from the end of a file. */
    void cut(Path file, int bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - bytes);
        }
    }

    @Override
    public void close() throws IOException {
        open.close();
        if (newest != null) {
            newest.close();
        }
    }
}
