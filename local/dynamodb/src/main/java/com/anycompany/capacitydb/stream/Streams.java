package com.anycompany.capacitydb.stream;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.store.ItemListener;
import com.anycompany.capacitydb.store.Table;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.table.TableSettings.StreamView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The streams of all tables. Records are kept in memory only: a restart begins with empty streams. */
public final class Streams implements ItemListener {

    private static final long NUMBERS_PER_MILLI = 1000;

    private final Map<String, Stream> streams = new ConcurrentHashMap<>();
    private final Database database;
    private final Clock clock;
    private long lastNumber;

    public Streams(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public synchronized void changed(TableDefinition table, @Nullable Item old, @Nullable Item current) {
        if (table.settings().stream() == null || old != null && current != null && old.equals(current)) {
            return;
        }
        Item any = current == null ? old : current;
        if (any != null) {
            Stream stream = stream(table);
            stream.add(new StreamRecord(
                    nextNumber(), clock.millis(), stream.view(), table.keys().keyOf(any.attributes()), old, current));
        }
    }

    /** Numbers grow with time, so that they do after a restart, too. */
    private long nextNumber() {
        lastNumber = Math.max(lastNumber + 1, clock.millis() * NUMBERS_PER_MILLI);
        return lastNumber;
    }

    private synchronized Stream stream(TableDefinition table) {
        String label = String.valueOf(table.settings().streamLabel());
        String arn = table.arn() + "/stream/" + label;
        StreamView view = table.settings().stream();
        return streams.computeIfAbsent(
                arn,
                a -> new Stream(
                        table.name(),
                        arn,
                        label,
                        table.keys(),
                        view == null ? StreamView.KEYS_ONLY : view,
                        nextNumber()));
    }

    /** All streams: those of tables that exist, and earlier ones that have been written to. */
    List<Stream> all() {
        database.read(tables -> {
            tables.all().values().stream()
                    .map(Table::definition)
                    .filter(table -> table.settings().stream() != null)
                    .forEach(this::stream);
            streams.values().forEach(stream -> closeIfDisabled(stream, tables.find(stream.table())));
            return streams.size();
        });
        List<Stream> all = new ArrayList<>(streams.values());
        all.sort((a, b) -> a.arn().compareTo(b.arn()));
        return all;
    }

    private static void closeIfDisabled(Stream stream, @Nullable Table table) {
        boolean current = table != null
                && table.definition().settings().stream() != null
                && stream.label().equals(table.definition().settings().streamLabel());
        if (!current) {
            stream.close();
        }
    }

    Stream get(String arn) {
        return all().stream()
                .filter(stream -> stream.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found: Stream: " + arn + " not found"));
    }
}
