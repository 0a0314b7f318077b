package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.capacity.Access;
import com.anycompany.capacitydb.capacity.Capacity;
import com.anycompany.capacitydb.capacity.Consumption;
import com.anycompany.capacitydb.capacity.Exhausted;
import com.anycompany.capacitydb.capacity.ReturnConsumedCapacity;
import com.anycompany.capacitydb.capacity.WriteCost;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.item.ItemLimits;
import com.anycompany.capacitydb.item.ItemWrite;
import com.anycompany.capacitydb.item.ItemWriter;
import com.anycompany.capacitydb.item.Written;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.shape.ListOf;
import com.anycompany.capacitydb.shape.MapOf;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.store.Table;
import com.anycompany.capacitydb.store.WriteBatch;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueReader;
import com.anycompany.capacitydb.value.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts and deletes up to 25 items of several tables, each by itself. What the capacity doesn't allow is handed back as unprocessed;
 * only a request of which nothing can be served is refused.
 */
public final class BatchWriteItem implements Operation {

    private static final int MAX_WRITES = 25;

    private final Database database;
    private final Capacity capacity;

    public BatchWriteItem(Database database, Capacity capacity) {
        this.database = database;
        this.capacity = capacity;
    }

    /** A write, and the part of the request that asked for it. */
    private record Wanted(ItemWrite write, JsonObject json, Map<String, AttributeValue> item) {}

    /** What was done in one table. */
    private record Done(TableDefinition table, Consumption consumption, List<Wanted> served, List<Wanted> rest) {}

    @Override
    public Structure input() {
        Structure write = new Structure("WriteRequest")
                .optional("PutRequest", new Structure("PutRequest").required("Item", RequestShapes.ITEM))
                .optional("DeleteRequest", new Structure("DeleteRequest").required("Key", RequestShapes.ITEM));
        return new Structure("BatchWriteItemInput")
                .optional("ReturnConsumedCapacity", RequestShapes.CAPACITY)
                .optional("ReturnItemCollectionMetrics", RequestShapes.METRICS)
                .required(
                        "RequestItems",
                        MapOf.byTable(
                                ListOf.length(write, 1, MAX_WRITES),
                                "java.util.List<com.amazonaws.dynamodb.v20120810.WriteRequest>",
                                MAX_WRITES));
    }

    @Override
    public Answer perform(JsonObject request) {
        Map<String, List<Wanted>> wanted = wanted(RequestItems.of(request, name()));
        Map<String, Done> done = database.write(batch -> write(batch, wanted));
        done.values().forEach(d -> capacity.charge(d.table(), d.consumption()));
        return json -> write(request, done, json);
    }

    private static Map<String, List<Wanted>> wanted(JsonObject tables) {
        AttributeValueReader reader = new AttributeValueReader(Wording.OLDER);
        Map<String, List<Wanted>> wanted = new LinkedHashMap<>();
        int count = 0;
        for (String table : tables.names()) {
            List<Wanted> writes = tables.objects(table).stream()
                    .map(json -> wanted(table, json, reader))
                    .toList();
            count += writes.size();
            wanted.put(table, writes);
        }
        if (count > MAX_WRITES) {
            throw ServiceException.validation("Too many items requested for the BatchWriteItem call");
        }
        return wanted;
    }

    private static Wanted wanted(String table, JsonObject json, AttributeValueReader reader) {
        JsonObject put = json.object("PutRequest");
        JsonObject delete = json.object("DeleteRequest");
        if (put != null && delete != null) {
            throw ServiceException.validation(
                    "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
                            + " supported datatypes");
        }
        if (put != null) {
            Map<String, AttributeValue> item = reader.readMap(put.objectOrEmpty("Item"));
            ItemLimits.checkSize(item);
            return new Wanted(new ItemWrite.Put(table, item, null, false), json, item);
        }
        if (delete != null) {
            Map<String, AttributeValue> key = reader.readMap(delete.objectOrEmpty("Key"));
            return new Wanted(new ItemWrite.Delete(table, key, null, false), json, key);
        }
        throw ServiceException.validation(
                "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }

    private Map<String, Done> write(WriteBatch batch, Map<String, List<Wanted>> wanted) {
        Map<String, Map<ItemKey, Wanted>> places = new LinkedHashMap<>();
        wanted.forEach(
                (name, writes) -> places.put(name, distinct(batch.tables().get(name), writes)));
        Map<String, Done> done = new LinkedHashMap<>();
        places.forEach(
                (name, writes) -> done.put(name, write(batch, batch.tables().get(name), writes)));
        if (done.values().stream().allMatch(d -> d.served().isEmpty())) {
            TableDefinition first = done.values().iterator().next().table();
            throw Exhausted.of(first, null, Access.WRITE).exception();
        }
        return done;
    }

    private static Map<ItemKey, Wanted> distinct(Table table, List<Wanted> writes) {
        Map<ItemKey, Wanted> places = new LinkedHashMap<>();
        Set<ItemKey> seen = new HashSet<>();
        for (Wanted wanted : writes) {
            if (table.definition().keyOf(wanted.item()) == null) {
                throw ServiceException.validation("The provided key element does not match the schema");
            }
            ItemKey key = wanted.write().keyIn(table.definition());
            if (!seen.add(key)) {
                throw ServiceException.validation("Provided list of item keys contains duplicates");
            }
            places.put(key, wanted);
        }
        return places;
    }

    private Done write(WriteBatch batch, Table table, Map<ItemKey, Wanted> writes) {
        TableDefinition definition = table.definition();
        int admitted = capacity.admits(definition, Access.WRITE, writes.size(), 1);
        Done done = new Done(definition, new Consumption(definition), new ArrayList<>(), new ArrayList<>());
        writes.forEach((key, wanted) -> {
            Written written = ItemWriter.evaluate(definition, table.get(key), wanted.write(), WriteCost.STANDARD);
            boolean refused = done.served().size() == admitted
                    || ItemWriter.indexRefusal(capacity, written.consumption()).isPresent();
            if (refused) {
                done.rest().add(wanted);
            } else {
                ItemWriter.commit(batch, definition, key, written);
                done.consumption().add(written.consumption());
                done.served().add(wanted);
            }
        });
        return done;
    }

    private static void write(JsonObject request, Map<String, Done> done, JsonWriter json) {
        json.name("UnprocessedItems").startObject();
        done.forEach((name, ofTable) -> {
            if (!ofTable.rest().isEmpty()) {
                json.name(name).startArray();
                ofTable.rest().forEach(wanted -> json.json(wanted.json()));
                json.endArray();
            }
        });
        json.endObject();
        if (done.values().stream().anyMatch(d -> ItemCollectionMetrics.isWanted(request, d.table()))) {
            json.name("ItemCollectionMetrics").startObject();
            done.forEach((name, ofTable) -> writeMetrics(request, name, ofTable, json));
            json.endObject();
        }
        ReturnConsumedCapacity.of(request.string("ReturnConsumedCapacity"))
                .write(done.values().stream().map(Done::consumption).toList(), false, json);
    }

    private static void writeMetrics(JsonObject request, String name, Done done, JsonWriter json) {
        if (ItemCollectionMetrics.isWanted(request, done.table())) {
            json.name(name).startArray();
            done.served().forEach(wanted -> ItemCollectionMetrics.write(done.table(), wanted.item(), json));
            json.endArray();
        }
    }
}
