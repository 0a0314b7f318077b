package com.anycompany.capacitydb.capacity;

import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.TableDefinition;
import java.util.Map;
import java.util.TreeMap;

/** The capacity units that an operation consumed on one table and its indexes. */
public final class Consumption {

    private final TableDefinition table;
    private final Units own = new Units();
    private final Map<String, Units> local = new TreeMap<>();
    private final Map<String, Units> global = new TreeMap<>();

    public Consumption(TableDefinition table) {
        this.table = table;
    }

    public TableDefinition table() {
        return table;
    }

    public void add(Access access, double units) {
        own.add(access, units);
    }

    public void add(IndexDefinition index, Access access, double units) {
        (index.global() ? global : local)
                .computeIfAbsent(index.name(), name -> new Units())
                .add(access, units);
    }

    /** Adds what another operation on the same table consumed. */
    public void add(Consumption other) {
        own.add(other.own);
        other.local.forEach(
                (name, units) -> local.computeIfAbsent(name, n -> new Units()).add(units));
        other.global.forEach(
                (name, units) -> global.computeIfAbsent(name, n -> new Units()).add(units));
    }

    /** Whether any units of this global index were consumed. */
    public boolean consumes(IndexDefinition index) {
        return global.containsKey(index.name());
    }

    /** What the table's own capacity pays for: its items and the entries of local indexes. */
    double tableUnits(Access access) {
        return own.of(access)
                + local.values().stream().mapToDouble(units -> units.of(access)).sum();
    }

    double indexUnits(String index, Access access) {
        Units units = global.get(index);
        return units == null ? 0 : units.of(access);
    }

    /** All units of this kind, of table and indexes. */
    double total(Access access) {
        return tableUnits(access)
                + global.values().stream()
                        .mapToDouble(units -> units.of(access))
                        .sum();
    }

    Units own() {
        return own;
    }

    Map<String, Units> local() {
        return local;
    }

    Map<String, Units> global() {
        return global;
    }

    /** Read and write units. */
    static final class Units {

        private double read;
        private double write;

        private void add(Access access, double units) {
            if (access == Access.READ) {
                read += units;
            } else {
                write += units;
            }
        }

        private void add(Units other) {
            read += other.read;
            write += other.write;
        }

        double of(Access access) {
            return access == Access.READ ? read : write;
        }

        double total() {
            return read + write;
        }
    }
}
