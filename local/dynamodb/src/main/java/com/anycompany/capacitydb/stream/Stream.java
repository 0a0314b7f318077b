package com.anycompany.capacitydb.stream;

import com.anycompany.capacitydb.table.KeySchema;
import com.anycompany.capacitydb.table.TableSettings.StreamView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Stream of a table: one shard with the changes of the last 24 hours, or the latest of them if there are very many. */
final class Stream {

    private static final int MAX_RECORDS = 10_000;
    private static final long RETENTION_MILLIS = 24 * 60 * 60 * 1000L;

    private final String table;
    private final String arn;
    private final String label;
    private final KeySchema keys;
    private final StreamView view;
    private final long firstNumber;
    private final Deque<StreamRecord> records = new ArrayDeque<>();
    private long nextNumber;
    private boolean open = true;

    Stream(String table, String arn, String label, KeySchema keys, StreamView view, long firstNumber) {
        this.table = table;
        this.arn = arn;
        this.label = label;
        this.keys = keys;
        this.view = view;
        this.firstNumber = firstNumber;
        this.nextNumber = firstNumber;
    }

    String table() {
        return table;
    }

    String arn() {
        return arn;
    }

    String label() {
        return label;
    }

    KeySchema keys() {
        return keys;
    }

    StreamView view() {
        return view;
    }

    long firstNumber() {
        return firstNumber;
    }

    synchronized boolean isOpen() {
        return open;
    }

    synchronized void close() {
        open = false;
    }

    String shardId() {
        return String.format(Locale.ROOT, "shardId-%020d-%08x", firstNumber, arn.hashCode());
    }

    synchronized void add(StreamRecord record) {
        records.add(record);
        nextNumber = record.number() + 1;
        while (records.size() > MAX_RECORDS || records.getFirst().millis() < record.millis() - RETENTION_MILLIS) {
            records.removeFirst();
        }
    }

    /** The number of the oldest record that is kept, or of the next one. */
    synchronized long oldest() {
        return records.isEmpty() ? nextNumber : records.getFirst().number();
    }

    /** The number of the first record that is kept from this time (milliseconds) on, or of the next one. */
    synchronized long since(long millis) {
        return records.stream()
                .filter(record -> record.millis() >= millis)
                .findFirst()
                .map(StreamRecord::number)
                .orElse(nextNumber);
    }

    /** The number of the next record. */
    synchronized long next() {
        return nextNumber;
    }

    /** Records from this number on. */
    synchronized List<StreamRecord> from(long number, int limit) {
        return records.stream()
                .filter(record -> record.number() >= number)
                .limit(limit)
                .toList();
    }
}
