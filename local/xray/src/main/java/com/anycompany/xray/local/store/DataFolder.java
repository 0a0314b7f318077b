package com.anycompany.xray.local.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Data folder: one X-Ray Local at a time persists its documents in it; or none. ADR 024 says why it is a log of our
 * own.
 */
public final class DataFolder implements AutoCloseable {

    /** Documents stay in memory only. */
    public static final DataFolder NONE = new DataFolder(null, null, null);

    private static final long MOST_FILE_BYTES = 8L << 20;
    private static final int FILES = 16;

    private final @Nullable Path path;
    private final @Nullable FileChannel lock;
    private final @Nullable ChunkFiles files;

    /** Whether the documents survive the end of the process. */
    public enum State {
        MEMORY_ONLY,
        DURABLE,
        /** The disk refused the latest write: what is missing there is in memory only, until it takes it. */
        FAILED
    }

    private DataFolder(@Nullable Path path, @Nullable FileChannel lock, @Nullable ChunkFiles files) {
        this.path = path;
        this.lock = lock;
        this.files = files;
    }

    /**
     * Locks the folder, which is created if need be.
     *
     * @throws IOException with a sentence for the user if it can't be written to or belongs to a running X-Ray Local
     */
    public static DataFolder open(Path path, StoreOptions options) throws IOException {
        FileChannel lock = lock(path);
        try {
            DataFormat.check(path);
            long fileBytes = Math.min(MOST_FILE_BYTES, options.maxBytes() / FILES);
            return new DataFolder(path, lock, new ChunkFiles(path, fileBytes));
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException(
                    path + " can't be written to (" + e.getClass().getSimpleName()
                            + "); give another folder with --data",
                    e);
        }
        if (tryLock(channel) == null) {
            channel.close();
            throw new IOException(path
                    + " belongs to another X-Ray Local that is running; stop it, or give another folder with --data");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The file of that name in the folder, or null without a folder. */
    public @Nullable Path file(String name) {
        return path == null ? null : path.resolve(name);
    }

    ChunkPersistence persistence() {
        return files == null ? ChunkPersistence.NONE : files;
    }

    Restoration.Restored restore(ChunkCompressor compressor) throws IOException {
        return files == null ? Restoration.Restored.NOTHING : Restoration.read(files, compressor);
    }

    State state() {
        if (files == null) {
            return State.MEMORY_ONLY;
        }
        return files.failure() == null ? State.DURABLE : State.FAILED;
    }

    @Override
    public void close() throws IOException {
        if (files != null) {
            files.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
