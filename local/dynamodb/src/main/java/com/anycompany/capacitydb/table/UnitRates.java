package com.anycompany.capacitydb.table;

/** Read and write units a second; 0 where nothing is set. */
public record UnitRates(long read, long write) {

    public static final UnitRates NONE = new UnitRates(0, 0);

    public boolean isSet() {
        return read > 0 || write > 0;
    }

    /** The larger ones of both. */
    public UnitRates atLeast(UnitRates other) {
        return new UnitRates(Math.max(read, other.read), Math.max(write, other.write));
    }
}
