package com.anycompany.capacitydb.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a durable database. Log number n has the changes that came after snapshot number n was begun; a snapshot has all
 * that was there, so logs and snapshots with smaller numbers aren't needed any more.
 *
 * <pre>{@code
 * lock  snapshot-000003  log-000003  log-000004  snapshot-000004.tmp
 * }</pre>
 */
final class DataFolder implements AutoCloseable {

    private static final String LOG = "log-";
    private static final String SNAPSHOT = "snapshot-";
    private static final String UNFINISHED = ".tmp";
    private static final String FOREIGN_SUFFIX = ".db";
    private static final String MOVED_ASIDE = "dynamodb-local-data";

    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /** Opens the folder, which no other process may have open; files of Amazon's DynamoDB Local are moved aside. */
    static DataFolder open(Path folder, Consumer<String> report) {
        try {
            Files.createDirectories(folder.toAbsolutePath());
            DataFolder opened = new DataFolder(folder, lock(folder));
            opened.moveForeignFilesAside(report);
            opened.deleteUnfinished();
            return opened;
        } catch (IOException e) {
            throw new IllegalStateException("--data: can't use " + folder + " (" + e + ").", e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel file =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(file) == null) {
            file.close();
            throw new IllegalStateException("--data: " + folder + " is in use by another process.");
        }
        return file;
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void moveForeignFilesAside(Consumer<String> report) throws IOException {
        List<Path> foreign = list().filter(file ->
                        name(file).endsWith(FOREIGN_SUFFIX) || name(file).contains(FOREIGN_SUFFIX + "-"))
                .toList();
        if (foreign.isEmpty()) {
            return;
        }
        Path aside = Files.createDirectories(folder.resolve(MOVED_ASIDE));
        for (Path file : foreign) {
            Files.move(file, aside.resolve(name(file)), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        report.accept("The data of DynamoDB Local in " + folder + " can't be read; it was moved to " + aside
                + ", and the tables begin empty.");
    }

    private void deleteUnfinished() throws IOException {
        for (Path file : list().filter(f -> name(f).endsWith(UNFINISHED)).toList()) {
            Files.delete(file);
        }
    }

    /** The number of the latest snapshot; 0 if there is none. */
    int latestSnapshot() {
        return numbers(SNAPSHOT).max(Integer::compare).orElse(0);
    }

    /** The numbers of the logs that are still needed, in order. */
    List<Integer> logsSince(int snapshot) {
        return numbers(LOG).filter(number -> number >= snapshot).sorted().toList();
    }

    Path log(int number) {
        return folder.resolve(numbered(LOG, number));
    }

    Path snapshot(int number) {
        return folder.resolve(numbered(SNAPSHOT, number));
    }

    Path unfinishedSnapshot(int number) {
        return folder.resolve(numbered(SNAPSHOT, number) + UNFINISHED);
    }

    /** Deletes what a finished snapshot has made superfluous. */
    void deleteBefore(int snapshot) {
        numbers(SNAPSHOT).filter(number -> number < snapshot).forEach(number -> delete(snapshot(number)));
        numbers(LOG).filter(number -> number < snapshot).forEach(number -> delete(log(number)));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It costs room only; the next snapshot tries again.
        }
    }

    private Stream<Integer> numbers(String kind) {
        return list().map(DataFolder::name)
                .filter(name -> name.matches(kind + "\\d{6}"))
                .map(name -> Integer.parseInt(name.substring(kind.length())));
    }

    private Stream<Path> list() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String numbered(String kind, int number) {
        return kind + String.format(Locale.ROOT, "%06d", number);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
