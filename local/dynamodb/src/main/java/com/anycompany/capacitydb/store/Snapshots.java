package com.anycompany.capacitydb.store;

import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.TableDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes snapshots of the tables on a thread of its own, some items at a time, so that writes go on meanwhile. Such a snapshot
 * mixes several states; since the log that was begun before it has every later change, reading it after the snapshot gives the
 * right state. Each item has a frame of its own, and each table has two, so that damage costs no more than an item.
 */
final class Snapshots implements AutoCloseable {

    private static final int ITEMS_AT_A_TIME = 200;
    private static final int BYTES_AT_A_TIME = 1 << 20;

    private final DataFolder folder;
    private final Tables tables;
    private final Lock readLock;
    private final boolean synced;
    private final Consumer<String> report;
    private volatile long lastSize;
    private volatile boolean closed;
    private volatile @Nullable Thread writer;

    /**
     * Snapshots in this folder.
     *
     * @param synced whether each is on the disk before the logs that it replaces are deleted
     */
    Snapshots(DataFolder folder, Tables tables, Lock readLock, boolean synced, Consumer<String> report)
            throws IOException {
        this.folder = folder;
        this.tables = tables;
        this.readLock = readLock;
        this.synced = synced;
        this.report = report;
        int latest = folder.latestSnapshot();
        this.lastSize = latest == 0 ? 0 : Files.size(folder.snapshot(latest));
    }

    boolean isIdle() {
        Thread current = writer;
        return current == null || !current.isAlive();
    }

    long lastSize() {
        return lastSize;
    }

    /** Begins to write the snapshot that precedes the log of this number; the caller holds the write lock. */
    void write(int number) {
        List<TableDefinition> definitions =
                tables.values().stream().map(Table::definition).toList();
        Thread thread = new Thread(() -> writeAll(number, definitions), "snapshot");
        thread.setDaemon(true);
        writer = thread;
        thread.start();
    }

    private void writeAll(int number, List<TableDefinition> definitions) {
        Path unfinished = folder.unfinishedSnapshot(number);
        try {
            try (FrameWriter file = new FrameWriter(unfinished)) {
                for (TableDefinition definition : definitions) {
                    List<Change> table = List.of(new Change.PutTable(definition));
                    file.append(List.of(table, table));
                    writeItems(definition.id(), file);
                }
                lastSize = file.length();
                if (synced) {
                    file.force();
                }
            }
            if (!closed) {
                Files.move(unfinished, folder.snapshot(number), StandardCopyOption.ATOMIC_MOVE);
                folder.deleteBefore(number);
            }
        } catch (IOException e) {
            deleteUnfinished(unfinished);
            report.accept("A snapshot could not be written (" + e + "); the log grows on.");
        }
    }

    /** Deletes a file that isn't a whole snapshot: it only takes room, and the disk may be full. */
    private static void deleteUnfinished(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            // The next start deletes it.
        }
    }

    private void writeItems(String tableId, FrameWriter file) throws IOException {
        ItemKey last = null;
        while (!closed) {
            List<Change> some = nextItems(tableId, last);
            if (some.isEmpty()) {
                return;
            }
            file.append(some.stream().map(List::of).toList());
            last = ((Change.PutItem) some.get(some.size() - 1)).key();
        }
    }

    private List<Change> nextItems(String tableId, @Nullable ItemKey last) {
        List<Change> some = new ArrayList<>();
        long bytes = 0;
        readLock.lock();
        try {
            Table table = tables.withId(tableId);
            if (table == null) {
                return some;
            }
            NavigableMap<ItemKey, Item> items = table.items();
            for (Map.Entry<ItemKey, Item> item : (last == null ? items : items.tailMap(last, false)).entrySet()) {
                some.add(new Change.PutItem(tableId, item.getKey(), item.getValue()));
                bytes += item.getValue().size();
                if (some.size() == ITEMS_AT_A_TIME || bytes > BYTES_AT_A_TIME) {
                    break;
                }
            }
            return some;
        } finally {
            readLock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
