package com.anycompany.capacitydb.table;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.value.AttributeType;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.Map;

/** Validates the key attributes of items and requests, with AWS's messages. */
public final class KeyValidation {

    private static final int MAX_HASH = 2048;
    private static final int MAX_RANGE = 1024;

    private KeyValidation() {}

    /** An item that is to be stored must have its table's key, and values of the right types for the indexes. */
    public static void checkItem(TableDefinition table, Map<String, AttributeValue> item) {
        for (KeyAttribute attribute : table.keys().attributes()) {
            AttributeValue value = item.get(attribute.name());
            if (value == null) {
                throw ServiceException.invalidParameter("Missing the key " + attribute.name() + " in the item");
            }
            if (value.type() != attribute.type()) {
                throw ServiceException.invalidParameter("Type mismatch for key " + attribute.name() + " expected: "
                        + attribute.type() + " actual: " + value.type());
            }
        }
        checkValues(table.keys(), item);
        table.indexes().forEach(index -> checkIndexed(index, item));
    }

    /** Key values mustn't be empty or too long. */
    static void checkValues(KeySchema keys, Map<String, AttributeValue> values) {
        int rangeSize = 0;
        for (KeyAttribute attribute : keys.attributes()) {
            AttributeValue value = values.get(attribute.name());
            if (value != null && value.size() == 0) {
                throw new InvalidKeyValue(emptyKey(attribute.type()) + " Key: " + attribute.name());
            }
        }
        for (KeyAttribute attribute : keys.hash()) {
            checkHashSize(size(values.get(attribute.name())));
        }
        for (KeyAttribute attribute : keys.range()) {
            rangeSize += size(values.get(attribute.name()));
        }
        checkRangeSize(rangeSize);
    }

    private static int size(@org.jspecify.annotations.Nullable AttributeValue value) {
        return value == null || value.type() == AttributeType.N ? 0 : value.size();
    }

    private static void checkIndexed(IndexDefinition index, Map<String, AttributeValue> item) {
        for (KeyAttribute attribute : index.keys().attributes()) {
            AttributeValue value = item.get(attribute.name());
            if (value == null) {
                continue;
            }
            if (value.type() != attribute.type()) {
                throw ServiceException.invalidParameter("Type mismatch for Index Key " + attribute.name()
                        + " Expected: " + attribute.type() + " Actual: " + value.type() + " IndexName: "
                        + index.name());
            }
            if (value.size() == 0) {
                throw new InvalidKeyValue("A value specified for a secondary index key is not supported. "
                        + emptyKey(attribute.type()) + " IndexName: " + index.name() + ", IndexKey: "
                        + attribute.name());
            }
            checkIndexedSize(index, attribute, size(value));
        }
    }

    private static void checkIndexedSize(IndexDefinition index, KeyAttribute attribute, int size) {
        if (index.keys().hash().contains(attribute)) {
            checkHashSize(size);
        } else {
            checkRangeSize(size);
        }
    }

    private static void checkHashSize(int size) {
        if (size > MAX_HASH) {
            throw ServiceException.invalidParameter(
                    "Size of hashkey has exceeded the maximum size limit of" + MAX_HASH + " bytes");
        }
    }

    private static void checkRangeSize(int size) {
        if (size > MAX_RANGE) {
            throw ServiceException.invalidParameter(
                    "Aggregated size of all range keys has exceeded the size limit of " + MAX_RANGE + " bytes");
        }
    }

    private static String emptyKey(AttributeType type) {
        return "The AttributeValue for a key attribute cannot contain an empty "
                + (type == AttributeType.S ? "string" : "binary") + " value.";
    }
}
