package com.anycompany.capacitydb.capacity;

import com.anycompany.capacitydb.capacity.Consumption.Units;
import com.anycompany.capacitydb.json.JsonWriter;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much of the consumed capacity a client wants to be told; named as in the API. */
public enum ReturnConsumedCapacity {
    NONE,
    TOTAL,
    INDEXES;

    public static ReturnConsumedCapacity of(@Nullable String parameter) {
        return parameter == null ? NONE : valueOf(parameter);
    }

    /** Writes the member {@code ConsumedCapacity} of one table, if it's wanted. */
    public void write(Consumption consumption, JsonWriter json) {
        if (this != NONE) {
            json.name("ConsumedCapacity");
            write(consumption, false, json);
        }
    }

    /**
     * Writes the member {@code ConsumedCapacity} of several tables, if it's wanted.
     *
     * @param split whether reads and writes are told apart, as transactions do
     */
    public void write(Collection<Consumption> consumptions, boolean split, JsonWriter json) {
        if (this == NONE) {
            return;
        }
        json.name("ConsumedCapacity").startArray();
        consumptions.forEach(consumption -> write(consumption, split, json));
        json.endArray();
    }

    private void write(Consumption consumption, boolean split, JsonWriter json) {
        json.startObject().name("TableName").string(consumption.table().name());
        double reads = consumption.total(Access.READ);
        double writes = consumption.total(Access.WRITE);
        json.name("CapacityUnits").number(reads + writes);
        if (split) {
            writeSplit(reads, writes, json);
        }
        if (this == INDEXES) {
            json.name("Table");
            write(consumption.own(), split, json);
            write("LocalSecondaryIndexes", consumption.local(), split, json);
            write("GlobalSecondaryIndexes", consumption.global(), split, json);
        }
        json.endObject();
    }

    private static void write(String name, Map<String, Units> indexes, boolean split, JsonWriter json) {
        if (indexes.isEmpty()) {
            return;
        }
        json.name(name).startObject();
        indexes.forEach((index, units) -> write(units, split, json.name(index)));
        json.endObject();
    }

    private static void write(Units units, boolean split, JsonWriter json) {
        json.startObject().name("CapacityUnits").number(units.total());
        if (split) {
            writeSplit(units.of(Access.READ), units.of(Access.WRITE), json);
        }
        json.endObject();
    }

    private static void writeSplit(double reads, double writes, JsonWriter json) {
        if (reads > 0) {
            json.name("ReadCapacityUnits").number(reads);
        }
        if (writes > 0) {
            json.name("WriteCapacityUnits").number(writes);
        }
    }
}
