package com.anycompany.capacitydb.store;

import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tables: in memory, and in a log if they are durable. Reads run side by side, writes one at a time, so every operation and
 * every transaction is serializable.
 */
public final class Database implements AutoCloseable {

    private final Tables tables;
    private final Journal journal;
    private final ReentrantReadWriteLock lock;
    private volatile ItemListener listener = (table, old, current) -> {};

    private Database(Tables tables, Journal journal, ReentrantReadWriteLock lock) {
        this.tables = tables;
        this.journal = journal;
        this.lock = lock;
    }

    public static Database inMemory() {
        return new Database(new Tables(), Journal.none(), new ReentrantReadWriteLock());
    }

    /**
     * Opens the database in this folder, which must not be in use.
     *
     * @param report is told, in a sentence, what a person should know: damage that was found, data that was moved aside
     */
    public static Database open(Path folder, Consumer<String> report) {
        return open(folder, false, report);
    }

    /**
     * Opens the database in this folder, which must not be in use.
     *
     * @param synced whether a write waits for the disk, so that it outlives a power cut
     */
    public static Database open(Path folder, boolean synced, Consumer<String> report) {
        Tables tables = new Tables();
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        return new Database(tables, LogJournal.open(folder, tables, lock.readLock(), synced, report), lock);
    }

    /** Sets the listener for changed items. */
    public void onChange(ItemListener changed) {
        listener = changed;
    }

    public <T> T read(Function<Tables, T> reader) {
        lock.readLock().lock();
        try {
            return reader.apply(tables);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Commits what the writer adds to its batch, unless it throws. */
    public <T> T write(Function<WriteBatch, T> writer) {
        T result;
        lock.writeLock().lock();
        try {
            WriteBatch batch = new WriteBatch(tables);
            result = writer.apply(batch);
            if (batch.changes().isEmpty()) {
                return result;
            }
            journal.append(batch.changes());
            apply(batch.changes());
        } finally {
            lock.writeLock().unlock();
        }
        journal.awaitDurable();
        return result;
    }

    private void apply(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.PutItem put) {
                replace(put.tableId(), put.key(), put.item());
            } else if (change instanceof Change.DeleteItem delete) {
                replace(delete.tableId(), delete.key(), null);
            } else {
                Replay.apply(change, tables);
            }
        }
    }

    private void replace(String tableId, ItemKey key, @Nullable Item item) {
        Table table = tables.withId(tableId);
        if (table != null) {
            Item old = table.replace(key, item);
            listener.changed(table.definition(), old, item);
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            journal.close();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
