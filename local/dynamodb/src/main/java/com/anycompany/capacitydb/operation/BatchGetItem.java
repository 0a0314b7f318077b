package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.capacity.Access;
import com.anycompany.capacitydb.capacity.Capacity;
import com.anycompany.capacitydb.capacity.Consumption;
import com.anycompany.capacitydb.capacity.Exhausted;
import com.anycompany.capacitydb.capacity.ReadCost;
import com.anycompany.capacitydb.capacity.ReturnConsumedCapacity;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Expressions;
import com.anycompany.capacitydb.expression.Projection;
import com.anycompany.capacitydb.item.ItemReader;
import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.shape.Flag;
import com.anycompany.capacitydb.shape.ListOf;
import com.anycompany.capacitydb.shape.MapOf;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.store.Table;
import com.anycompany.capacitydb.store.Tables;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueReader;
import com.anycompany.capacitydb.value.AttributeValueWriter;
import com.anycompany.capacitydb.value.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads up to 100 items of several tables. What capacity or the limit of 16 MB doesn't allow is handed back as unprocessed; only a
 * request of which nothing can be served is refused.
 */
public final class BatchGetItem implements Operation {

    private static final int MAX_KEYS = 100;
    private static final int MAX_BYTES = 16 << 20;

    private final Database database;
    private final Capacity capacity;
    private final Expressions expressions;

    public BatchGetItem(Database database, Capacity capacity, Expressions expressions) {
        this.database = database;
        this.capacity = capacity;
        this.expressions = expressions;
    }

    /** The keys that are wanted of one table. */
    private record Wanted(
            String table,
            JsonObject json,
            List<Map<String, AttributeValue>> keys,
            @Nullable Projection projection,
            ReadCost cost) {}

    /** What was found of one table. */
    private record Found(Wanted wanted, List<Map<String, AttributeValue>> items, Consumption consumption, int served) {}

    @Override
    public Structure input() {
        Structure keys = new Structure("KeysAndAttributes")
                .required("Keys", ListOf.length(RequestShapes.ITEM, 1, MAX_KEYS))
                .optional("AttributesToGet", RequestShapes.ATTRIBUTES_TO_GET)
                .optional("ConsistentRead", new Flag())
                .optional("ProjectionExpression", RequestShapes.TEXT)
                .optional("ExpressionAttributeNames", RequestShapes.NAMES);
        return new Structure("BatchGetItemInput")
                .required(
                        "RequestItems",
                        MapOf.byTable(keys, "com.amazonaws.dynamodb.v20120810.KeysAndAttributes", MAX_KEYS))
                .optional("ReturnConsumedCapacity", RequestShapes.CAPACITY);
    }

    @Override
    public Answer perform(JsonObject request) {
        List<Wanted> wanted = wanted(RequestItems.of(request, name()));
        List<Found> found = database.read(tables -> read(tables, wanted));
        found.forEach(f -> capacity.charge(f.consumption().table(), f.consumption()));
        ReturnConsumedCapacity told = ReturnConsumedCapacity.of(request.string("ReturnConsumedCapacity"));
        return json -> write(found, told, json);
    }

    private List<Wanted> wanted(JsonObject tables) {
        List<Wanted> wanted = new ArrayList<>();
        int count = 0;
        for (String table : tables.names()) {
            JsonObject json = tables.objectOrEmpty(table);
            ProjectionInput.checkParameters(json);
            AttributeValueReader reader = new AttributeValueReader(Wording.CURRENT);
            List<Map<String, AttributeValue>> keys =
                    json.objects("Keys").stream().map(reader::readMap).toList();
            count += keys.size();
            Projection projection = ProjectionInput.read(json, expressions);
            wanted.add(new Wanted(table, json, keys, projection, ReadCost.of(json.isTrue("ConsistentRead"))));
        }
        if (count > MAX_KEYS) {
            throw ServiceException.validation("Too many items requested for the BatchGetItem call");
        }
        return wanted;
    }

    private List<Found> read(Tables tables, List<Wanted> wanted) {
        Map<Wanted, List<ItemKey>> places = new LinkedHashMap<>();
        for (Wanted each : wanted) {
            places.put(each, distinct(tables.get(each.table()), each.keys()));
        }
        List<Found> found = new ArrayList<>();
        long bytes = 0;
        for (Map.Entry<Wanted, List<ItemKey>> each : places.entrySet()) {
            Found ofTable = read(tables.get(each.getKey().table()), each.getKey(), each.getValue(), bytes);
            bytes += ofTable.items().stream().mapToLong(Item::size).sum();
            found.add(ofTable);
        }
        if (found.stream().allMatch(f -> f.served() == 0)) {
            TableDefinition first = found.get(0).consumption().table();
            throw Exhausted.of(first, null, Access.READ).exception();
        }
        return found;
    }

    private static List<ItemKey> distinct(Table table, List<Map<String, AttributeValue>> keys) {
        List<ItemKey> places =
                keys.stream().map(key -> table.definition().requestedKey(key)).toList();
        Set<ItemKey> distinct = new HashSet<>(places);
        if (distinct.size() < places.size()) {
            throw ServiceException.validation("Provided list of item keys contains duplicates");
        }
        return places;
    }

    private Found read(Table table, Wanted wanted, List<ItemKey> places, long bytesBefore) {
        int admitted = capacity.admits(
                table.definition(), Access.READ, places.size(), wanted.cost().units(0));
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Consumption consumption = new Consumption(table.definition());
        long bytes = bytesBefore;
        int served = 0;
        while (served < admitted && bytes < MAX_BYTES) {
            ItemReader.Found found = ItemReader.get(table, places.get(served), wanted.cost());
            consumption.add(found.consumption());
            if (found.item() != null) {
                bytes += found.item().size();
                Map<String, AttributeValue> attributes = found.item().attributes();
                items.add(
                        wanted.projection() == null
                                ? attributes
                                : wanted.projection().of(attributes));
            }
            served++;
        }
        return new Found(wanted, items, consumption, served);
    }

    private static void write(List<Found> found, ReturnConsumedCapacity told, JsonWriter json) {
        json.name("Responses").startObject();
        for (Found ofTable : found) {
            json.name(ofTable.wanted().table()).startArray();
            ofTable.items().forEach(item -> AttributeValueWriter.writeMap(item, json));
            json.endArray();
        }
        json.endObject().name("UnprocessedKeys").startObject();
        for (Found ofTable : found) {
            if (ofTable.served() < ofTable.wanted().keys().size()) {
                writeRest(ofTable, json.name(ofTable.wanted().table()));
            }
        }
        json.endObject();
        told.write(found.stream().map(Found::consumption).toList(), false, json);
    }

    private static void writeRest(Found found, JsonWriter json) {
        Wanted wanted = found.wanted();
        json.startObject().name("Keys").startArray();
        wanted.keys()
                .subList(found.served(), wanted.keys().size())
                .forEach(key -> AttributeValueWriter.writeMap(key, json));
        json.endArray();
        for (Map.Entry<String, Json> other :
                wanted.json().without("Keys").members().entrySet()) {
            json.name(other.getKey()).json(other.getValue());
        }
        json.endObject();
    }
}
