package com.anycompany.capacitydb.table;

import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.ValueOrder;
import java.util.List;

/**
 * The place of an item in a table or an index. Places are ordered by the hash of the partition key, as scans return them; then by
 * the values of partition key and sort key. In an index, the table's key comes last, so that places differ.
 *
 * <p>A bound has only the first of these values and lies before or behind all places that begin with them:
 *
 * <pre>{@code
 * before [h1, "a"]  <  [h1, "a", 1]  <  [h1, "a", 2]  <  after [h1, "a"]
 * }</pre>
 */
public final class ItemKey implements Comparable<ItemKey> {

    private final int hash;
    private final List<AttributeValue> values;
    private final int side;

    private ItemKey(int hash, List<AttributeValue> values, int side) {
        this.hash = hash;
        this.values = values;
        this.side = side;
    }

    /**
     * @param hashed how many of the values, from the first, are the partition key
     */
    static ItemKey of(List<AttributeValue> values, int hashed) {
        return new ItemKey(hash(values, hashed), values, 0);
    }

    /** The bound before all places that begin with these values. */
    public static ItemKey before(List<AttributeValue> values, int hashed) {
        return new ItemKey(hash(values, hashed), values, -1);
    }

    /** The bound behind all places that begin with these values. */
    public static ItemKey after(List<AttributeValue> values, int hashed) {
        return new ItemKey(hash(values, hashed), values, 1);
    }

    /** The bound before all places with this hash. */
    public static ItemKey beforeHash(int hash) {
        return new ItemKey(hash, List.of(), -1);
    }

    /** A place that is compared by its first values only, as a bound before or behind its equals. */
    public ItemKey after() {
        return new ItemKey(hash, values, 1);
    }

    public int hash() {
        return hash;
    }

    public List<AttributeValue> values() {
        return values;
    }

    /** Spreads the partition keys over all ints, the same in every process. */
    private static int hash(List<AttributeValue> values, int hashed) {
        int hash = 1;
        for (int i = 0; i < hashed; i++) {
            hash = hash * 31 + hash(values.get(i));
        }
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }

    private static int hash(AttributeValue value) {
        if (value instanceof AttributeValue.S string) {
            return string.value().hashCode();
        }
        return value instanceof AttributeValue.N number
                ? number.value().hashCode()
                : ((AttributeValue.B) value).value().hashCode();
    }

    @Override
    public int compareTo(ItemKey other) {
        if (hash != other.hash) {
            return Integer.compare(hash, other.hash);
        }
        int common = Math.min(values.size(), other.values.size());
        for (int i = 0; i < common; i++) {
            int order = ValueOrder.compare(values.get(i), other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(values.size() == common ? side : 0, other.values.size() == common ? other.side : 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemKey key && hash == key.hash && side == key.side && values.equals(key.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return values + (side == 0 ? "" : side < 0 ? "-" : "+");
    }
}
