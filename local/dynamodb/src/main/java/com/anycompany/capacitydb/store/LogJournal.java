package com.anycompany.capacitydb.store;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.table.TableDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Journal on disk: a log, which begins anew with a snapshot of the tables when it has grown too large. Each commit is one write to
 * the operating system before it's acknowledged, so that it outlives the death of the process. A power cut can cost the last
 * seconds, unless each write is to wait for the disk: then those that come while the disk is busy wait for it together. The reasons
 * are in ADR 039.
 */
final class LogJournal implements Journal {

    private static final long MIN_LOG = 16 << 20;

    private final DataFolder folder;
    private final Snapshots snapshots;
    private final boolean synced;

    /** Guards the log while the disk is waited for; taken after the tables' write lock, never before it. */
    private final Object disk = new Object();

    private volatile long appended;
    private long onDisk;
    private int number;
    private FrameWriter log;
    private long bytesSinceSnapshot;

    private LogJournal(
            DataFolder folder,
            Snapshots snapshots,
            boolean synced,
            int number,
            FrameWriter log,
            long bytesSinceSnapshot) {
        this.folder = folder;
        this.snapshots = snapshots;
        this.synced = synced;
        this.number = number;
        this.log = log;
        this.bytesSinceSnapshot = bytesSinceSnapshot;
    }

    /**
     * Reads what the folder has into the tables.
     *
     * @param readLock guards the tables while a snapshot is written
     */
    static LogJournal open(Path path, Tables tables, Lock readLock, boolean synced, Consumer<String> report) {
        DataFolder folder = DataFolder.open(path, report);
        try {
            int snapshot = folder.latestSnapshot();
            if (snapshot > 0) {
                read(folder.snapshot(snapshot), tables, report);
            }
            List<Integer> logs = folder.logsSince(snapshot);
            long bytes = 0;
            for (int each : logs) {
                bytes += read(folder.log(each), tables, report);
            }
            int number = logs.isEmpty() ? Math.max(snapshot, 1) : logs.get(logs.size() - 1);
            FrameWriter log = new FrameWriter(folder.log(number));
            Snapshots snapshots = new Snapshots(folder, tables, readLock, synced, report);
            return new LogJournal(folder, snapshots, synced, number, log, bytes);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw new IllegalStateException("--data: can't read " + path + " (" + e + ").", e);
        }
    }

    /** Returns the length of the file, of which a damaged tail was cut off. */
    private static long read(Path file, Tables tables, Consumer<String> report) throws IOException {
        FrameReader.Result result = FrameReader.read(file, frame -> {
            while (frame.hasMore()) {
                Change change = ChangeCodec.get(frame, id -> definition(tables, id));
                if (change != null) {
                    Replay.apply(change, tables);
                }
            }
        });
        if (result.damaged() > 0) {
            report.accept(result.damaged() + " bytes of " + file
                    + " are damaged; what was written there is lost, everything else was read.");
        }
        return Files.size(file);
    }

    private static @Nullable TableDefinition definition(Tables tables, String id) {
        Table table = tables.withId(id);
        return table == null ? null : table.definition();
    }

    @Override
    public void append(List<Change> changes) {
        long before = log.length();
        try {
            log.append(frames(changes));
            appended++;
        } catch (IOException e) {
            throw new ServiceException(
                    ErrorCode.INTERNAL_SERVER_ERROR, "The write could not be made durable: " + e.getMessage());
        }
        bytesSinceSnapshot += log.length() - before;
        if (bytesSinceSnapshot > MIN_LOG + 2 * snapshots.lastSize()) {
            beginSnapshot();
        }
    }

    /** A table's definition is written twice: if it were lost, so would all its items be. */
    private static List<List<Change>> frames(List<Change> changes) {
        List<Change> tables =
                changes.stream().filter(Change.PutTable.class::isInstance).toList();
        return tables.isEmpty() ? List.of(changes) : List.of(changes, tables);
    }

    @Override
    public void awaitDurable() {
        if (!synced) {
            return;
        }
        long wanted = appended;
        synchronized (disk) {
            if (onDisk >= wanted) {
                return;
            }
            long covered = appended;
            try {
                log.force();
            } catch (IOException e) {
                throw new ServiceException(
                        ErrorCode.INTERNAL_SERVER_ERROR, "The disk didn't confirm the write: " + e.getMessage());
            }
            onDisk = covered;
        }
    }

    /** Continues in a new log. If that can't be made, the old one goes on, and the next commit tries again. */
    private void beginSnapshot() {
        if (!snapshots.isIdle()) {
            return;
        }
        try {
            FrameWriter next = new FrameWriter(folder.log(number + 1));
            synchronized (disk) {
                if (synced) {
                    log.force();
                    onDisk = appended;
                }
                log.close();
                log = next;
            }
            number++;
            bytesSinceSnapshot = 0;
            snapshots.write(number);
        } catch (IOException e) {
            bytesSinceSnapshot = MIN_LOG;
        }
    }

    @Override
    public void close() {
        snapshots.close();
        try {
            log.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            folder.close();
        }
    }
}
