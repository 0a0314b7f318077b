package com.anycompany.capacitydb.store;

import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binary form of changes. An item has its key in it; a deletion has the key's values. */
final class ChangeCodec {

    private static final int PUT_ITEM = 1;
    private static final int DELETE_ITEM = 2;
    /** A table as it was written before its limits and service settings were. */
    private static final int PUT_PLAIN_TABLE = 3;

    private static final int DROP_TABLE = 4;
    private static final int PUT_TABLE = 5;

    private ChangeCodec() {}

    static void put(Encoder out, Change change) {
        if (change instanceof Change.PutItem put) {
            out.putByte(PUT_ITEM);
            out.putText(put.tableId());
            ValueCodec.putMap(out, put.item().attributes());
        } else if (change instanceof Change.DeleteItem delete) {
            out.putByte(DELETE_ITEM);
            out.putText(delete.tableId());
            out.putLength(delete.key().values().size());
            delete.key().values().forEach(value -> ValueCodec.put(out, value));
        } else if (change instanceof Change.PutTable put) {
            out.putByte(PUT_TABLE);
            DefinitionCodec.put(out, put.definition());
        } else if (change instanceof Change.DropTable drop) {
            out.putByte(DROP_TABLE);
            out.putText(drop.tableId());
        }
    }

    /**
     * Reads a change.
     *
     * @param definitions finds a table's definition by its id
     * @return null if it's about an item of a table that doesn't exist any more
     */
    static @Nullable Change get(Decoder in, Function<String, @Nullable TableDefinition> definitions) {
        int kind = in.getByte();
        return switch (kind) {
            case PUT_ITEM -> putItem(in.getText(), ValueCodec.getMap(in), definitions);
            case DELETE_ITEM -> deleteItem(in.getText(), values(in), definitions);
            case PUT_PLAIN_TABLE -> new Change.PutTable(DefinitionCodec.getPlain(in));
            case PUT_TABLE -> new Change.PutTable(DefinitionCodec.get(in));
            case DROP_TABLE -> new Change.DropTable(in.getText());
            default -> throw new IllegalArgumentException("a change of the unknown kind " + kind);
        };
    }

    private static List<AttributeValue> values(Decoder in) {
        int size = in.getLength();
        List<AttributeValue> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(ValueCodec.get(in));
        }
        return values;
    }

    private static @Nullable Change putItem(
            String tableId,
            Map<String, AttributeValue> attributes,
            Function<String, @Nullable TableDefinition> definitions) {
        TableDefinition table = definitions.apply(tableId);
        ItemKey key = table == null ? null : table.keyOf(attributes);
        return key == null ? null : new Change.PutItem(tableId, key, new Item(attributes));
    }

    private static @Nullable Change deleteItem(
            String tableId, List<AttributeValue> values, Function<String, @Nullable TableDefinition> definitions) {
        TableDefinition table = definitions.apply(tableId);
        return table == null ? null : new Change.DeleteItem(tableId, table.keyOf(values));
    }
}
