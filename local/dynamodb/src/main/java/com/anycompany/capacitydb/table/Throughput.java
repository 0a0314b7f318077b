package com.anycompany.capacitydb.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Capacity of a table or a global index, and when it was changed.
 *
 * @param read the provisioned rate; 0 when it's paid per request
 * @param write as {@code read}
 * @param maximum the most that is allowed when it's paid per request
 * @param warm what it can take at once, which never decreases; described, and without effect
 */
public record Throughput(
        long read,
        long write,
        @Nullable Instant increased,
        @Nullable Instant decreased,
        long decreasesToday,
        UnitRates maximum,
        UnitRates warm) {

    /** What AWS gives a new table that is paid per request. */
    public static final UnitRates WARM_ON_DEMAND = new UnitRates(12_000, 4_000);

    /** For local indexes, which have none of their own. */
    public static final Throughput NONE = of(0, 0);

    public static Throughput of(long read, long write) {
        return new Throughput(read, write, null, null, 0, UnitRates.NONE, new UnitRates(read, write));
    }

    /** Paid per request. */
    public static Throughput onDemand() {
        return NONE.withWarm(WARM_ON_DEMAND);
    }

    /** The same rates changed at this time. */
    public Throughput changedTo(long newRead, long newWrite, Instant now) {
        boolean up = newRead > read || newWrite > write;
        boolean down = newRead < read || newWrite < write;
        return new Throughput(
                newRead,
                newWrite,
                up ? now : increased,
                down ? now : decreased,
                decreasesToday + (down ? 1 : 0),
                UnitRates.NONE,
                warm.atLeast(new UnitRates(newRead, newWrite)));
    }

    /** The same one paid per request. */
    public Throughput changedToOnDemand() {
        return onDemand().withWarm(warm.atLeast(WARM_ON_DEMAND));
    }

    public Throughput withMaximum(UnitRates changed) {
        return new Throughput(read, write, increased, decreased, decreasesToday, changed, warm);
    }

    public Throughput withWarm(UnitRates changed) {
        return new Throughput(read, write, increased, decreased, decreasesToday, maximum, changed);
    }

    public boolean isSameRate(long otherRead, long otherWrite) {
        return read == otherRead && write == otherWrite;
    }
}
