package com.anycompany.capacitydb.item;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.expression.Update;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.KeyAttribute;
import com.anycompany.capacitydb.table.KeyValidation;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Write of one item: which one, on what condition, and what becomes of it. */
public sealed interface ItemWrite {

    /** The name or ARN of the table. */
    String table();

    /** Null if there is none. */
    @Nullable
    Condition condition();

    /** The item or the key of the request: both have the key's attributes. */
    Map<String, AttributeValue> keySource();

    /** Whether the item comes along when the condition fails. */
    boolean returnsItemOnFailure();

    /** The key of the item; throws if it isn't valid for the table. */
    ItemKey keyIn(TableDefinition definition);

    /** The item afterwards; null if there is none. */
    @Nullable
    Item apply(TableDefinition definition, @Nullable Item old);

    /** Puts an item in place of what was there. */
    record Put(
            String table,
            Map<String, AttributeValue> item,
            @Nullable Condition condition,
            boolean returnsItemOnFailure) implements ItemWrite {

        @Override
        public Map<String, AttributeValue> keySource() {
            return item;
        }

        @Override
        public ItemKey keyIn(TableDefinition definition) {
            return ItemWrite.keyOf(definition, item);
        }

        @Override
        public Item apply(TableDefinition definition, @Nullable Item old) {
            return new Item(item);
        }
    }

    /** Puts an item, unless there is one with the same key. */
    record Insert(String table, Map<String, AttributeValue> item) implements ItemWrite {

        @Override
        public Map<String, AttributeValue> keySource() {
            return item;
        }

        @Override
        public @Nullable Condition condition() {
            return null;
        }

        @Override
        public boolean returnsItemOnFailure() {
            return false;
        }

        @Override
        public ItemKey keyIn(TableDefinition definition) {
            return ItemWrite.keyOf(definition, item);
        }

        @Override
        public Item apply(TableDefinition definition, @Nullable Item old) {
            if (old != null) {
                throw new ServiceException(ErrorCode.DUPLICATE_ITEM, "Duplicate primary key exists in table");
            }
            return new Item(item);
        }
    }

    private static ItemKey keyOf(TableDefinition definition, Map<String, AttributeValue> item) {
        KeyValidation.checkItem(definition, item);
        ItemKey key = definition.keyOf(item);
        if (key == null) {
            throw new IllegalStateException("a valid item has a key");
        }
        return key;
    }

    /** Deletes the item, if there is one. */
    record Delete(
            String table,
            Map<String, AttributeValue> key,
            @Nullable Condition condition,
            boolean returnsItemOnFailure) implements ItemWrite {

        @Override
        public Map<String, AttributeValue> keySource() {
            return key;
        }

        @Override
        public ItemKey keyIn(TableDefinition definition) {
            return definition.requestedKey(key);
        }

        @Override
        public @Nullable Item apply(TableDefinition definition, @Nullable Item old) {
            return null;
        }
    }

    /** Changes nothing; for a transaction that depends on the item. */
    record Check(String table, Map<String, AttributeValue> key, Condition condition, boolean returnsItemOnFailure)
            implements ItemWrite {

        @Override
        public Map<String, AttributeValue> keySource() {
            return key;
        }

        @Override
        public ItemKey keyIn(TableDefinition definition) {
            return definition.requestedKey(key);
        }

        @Override
        public @Nullable Item apply(TableDefinition definition, @Nullable Item old) {
            return old;
        }
    }

    /** Updates the item, or creates one from the key. */
    record Change(
            String table,
            Map<String, AttributeValue> key,
            Update update,
            @Nullable Condition condition,
            boolean returnsItemOnFailure)
            implements ItemWrite {

        @Override
        public Map<String, AttributeValue> keySource() {
            return key;
        }

        @Override
        public ItemKey keyIn(TableDefinition definition) {
            ItemKey place = definition.requestedKey(key);
            update.paths().forEach(path -> checkNoKey(definition, path));
            update.paths().forEach(path -> checkNoPartOfIndexKey(definition, path));
            return place;
        }

        private static void checkNoKey(TableDefinition definition, Path path) {
            for (KeyAttribute attribute : definition.keys().attributes()) {
                if (path.attribute().equals(attribute.name())) {
                    throw ServiceException.invalidParameter(
                            "Cannot update attribute " + attribute.name() + ". This attribute is part of the key");
                }
            }
        }

        private static void checkNoPartOfIndexKey(TableDefinition definition, Path path) {
            if (!path.isNested()) {
                return;
            }
            for (IndexDefinition index : definition.indexes()) {
                if (index.keys().contains(path.attribute())) {
                    throw ServiceException.validation("Key attributes must be scalars; list random access '[]' and map "
                            + "lookup '.' are not allowed: IndexKey: " + path.attribute());
                }
            }
        }

        @Override
        public Item apply(TableDefinition definition, @Nullable Item old) {
            Item updated = new Item(update.apply(old == null ? key : old.attributes()));
            if (updated.size() > Item.MAX_SIZE) {
                throw ServiceException.validation("Item size to update has exceeded the maximum allowed size");
            }
            KeyValidation.checkItem(definition, updated.attributes());
            ItemLimits.checkNesting(updated.attributes());
            return updated;
        }
    }
}
