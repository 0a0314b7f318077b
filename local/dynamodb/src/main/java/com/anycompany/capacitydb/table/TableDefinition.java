package com.anycompany.capacitydb.table;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.value.AttributeType;
import com.anycompany.capacitydb.value.AttributeValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a table is: its name, keys, indexes, capacity and settings; immutable. */
public record TableDefinition(
        String name,
        String id,
        Instant created,
        KeySchema keys,
        List<IndexDefinition> indexes,
        Throughput throughput,
        TableSettings settings) {

    /** The account of all ARNs. */
    public static final String ACCOUNT = "000000000000";

    private static final String ARN_PREFIX = "arn:aws:dynamodb:us-east-1:" + ACCOUNT + ":table/";

    public TableDefinition {
        indexes = List.copyOf(indexes);
    }

    public String arn() {
        return ARN_PREFIX + name;
    }

    /** Whether an ARN names this account; a table is found by the ARN of another one, too. */
    public static boolean isOurs(String arn) {
        return arn.contains(":" + ACCOUNT + ":");
    }

    /** The table's name in a name or an ARN. */
    public static String nameOf(String nameOrArn) {
        if (!nameOrArn.startsWith("arn:")) {
            return nameOrArn;
        }
        int begin = nameOrArn.indexOf(":table/");
        String rest = begin < 0 ? nameOrArn : nameOrArn.substring(begin + ":table/".length());
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }

    public List<IndexDefinition> localIndexes() {
        return indexes.stream().filter(index -> !index.global()).toList();
    }

    public List<IndexDefinition> globalIndexes() {
        return indexes.stream().filter(IndexDefinition::global).toList();
    }

    public Optional<IndexDefinition> index(String indexName) {
        return indexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
    }

    /** The attributes of all keys with their types. */
    public Map<String, AttributeType> keyAttributes() {
        Map<String, AttributeType> all = new LinkedHashMap<>();
        keys.attributes().forEach(a -> all.put(a.name(), a.type()));
        indexes.forEach(index -> index.keys().attributes().forEach(a -> all.put(a.name(), a.type())));
        return all;
    }

    /** The key of an item; null if the item has no valid one. */
    public @Nullable ItemKey keyOf(Map<String, AttributeValue> item) {
        List<AttributeValue> values = keys.valuesIn(item);
        return values == null ? null : ItemKey.of(values, keys.hash().size());
    }

    /** The key with these values of its attributes. */
    public ItemKey keyOf(List<AttributeValue> values) {
        return ItemKey.of(values, keys.hash().size());
    }

    /** The key that a request names, validated. */
    public ItemKey requestedKey(Map<String, AttributeValue> key) {
        ItemKey place = key.size() == keys.length() ? keyOf(key) : null;
        if (place == null) {
            throw ServiceException.validation("The provided key element does not match the schema");
        }
        KeyValidation.checkValues(keys, key);
        return place;
    }

    /** Whether nothing limits what is read and written: it's paid per request and has no maxima. */
    public boolean isUnlimited() {
        if (!settings.perRequest() || throughput.maximum().isSet()) {
            return false;
        }
        for (IndexDefinition index : indexes) {
            if (index.throughput().maximum().isSet()) {
                return false;
            }
        }
        return true;
    }

    public TableDefinition with(TableSettings changed) {
        return new TableDefinition(name, id, created, keys, indexes, throughput, changed);
    }

    public TableDefinition with(Throughput changed) {
        return new TableDefinition(name, id, created, keys, indexes, changed, settings);
    }

    public TableDefinition with(List<IndexDefinition> changed) {
        return new TableDefinition(name, id, created, keys, changed, throughput, settings);
    }

    public TableDefinition withIndex(IndexDefinition changed) {
        List<IndexDefinition> all = new ArrayList<>(indexes);
        all.replaceAll(index -> index.name().equals(changed.name()) ? changed : index);
        return with(all);
    }
}
