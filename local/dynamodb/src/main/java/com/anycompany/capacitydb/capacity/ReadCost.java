package com.anycompany.capacitydb.capacity;

/** What reading costs: units for each 4 KB. */
public enum ReadCost {
    EVENTUALLY_CONSISTENT(0.5),
    CONSISTENT(1),
    TRANSACTIONAL(2);

    private static final int UNIT = 4096;

    private final double perUnit;

    ReadCost(double perUnit) {
        this.perUnit = perUnit;
    }

    public static ReadCost of(boolean consistent) {
        return consistent ? CONSISTENT : EVENTUALLY_CONSISTENT;
    }

    /** The units for so many bytes; reading nothing costs as much as reading one. */
    public double units(long bytes) {
        return Math.max(1, (bytes + UNIT - 1) / UNIT) * perUnit;
    }
}
