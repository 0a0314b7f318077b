package com.anycompany.capacitydb.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Provisioned capacity of a table or a global index, and when it was changed; both rates are 0 when it is paid per request.
 */
public record Throughput(
        long read,
        long write,
        @Nullable Instant increased,
        @Nullable Instant decreased,
        long decreasesToday) {

    public static final Throughput NONE = of(0, 0);

    public static Throughput of(long read, long write) {
        return new Throughput(read, write, null, null, 0);
    }

    /** The same rates changed at this time. */
    public Throughput changedTo(long newRead, long newWrite, Instant now) {
        boolean up = newRead > read || newWrite > write;
        boolean down = newRead < read || newWrite < write;
        return new Throughput(
                newRead, newWrite, up ? now : increased, down ? now : decreased, decreasesToday + (down ? 1 : 0));
    }

    public boolean isSameRate(long otherRead, long otherWrite) {
        return read == otherRead && write == otherWrite;
    }
}
