package com.anycompany.capacitydb.item;

import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.store.Table;
import com.anycompany.capacitydb.store.WriteBatch;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.value.AttributeValue;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deletes items whose time to live has passed. As with the service, nothing is charged, an item can be seen until it's deleted, and
 * times more than five years ago don't count.
 */
public final class Expiry {

    private static final Duration OLDEST = Duration.ofDays(5 * 365);
    private static final int ITEMS_AT_A_TIME = 100;

    private final Database database;
    private final Clock clock;

    public Expiry(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Deletes all items that have expired by now; returns how many. */
    public int deleteExpired() {
        int deleted = 0;
        for (String table : tablesWithExpiry()) {
            List<ItemKey> expired = database.read(tables -> expired(tables.find(table)));
            for (int i = 0; i < expired.size(); i += ITEMS_AT_A_TIME) {
                List<ItemKey> some = expired.subList(i, Math.min(i + ITEMS_AT_A_TIME, expired.size()));
                deleted += database.write(batch -> delete(batch, table, some));
            }
        }
        return deleted;
    }

    private List<String> tablesWithExpiry() {
        return database.read(tables -> tables.all().values().stream()
                .map(Table::definition)
                .filter(table -> table.settings().timeToLive() != null)
                .map(TableDefinition::name)
                .toList());
    }

    private List<ItemKey> expired(@Nullable Table table) {
        List<ItemKey> expired = new ArrayList<>();
        if (table != null) {
            for (Map.Entry<ItemKey, Item> item : table.items().entrySet()) {
                if (isExpired(table, item.getValue())) {
                    expired.add(item.getKey());
                }
            }
        }
        return expired;
    }

    /** An item may have been changed or deleted since it was found. */
    private int delete(WriteBatch batch, String name, List<ItemKey> keys) {
        Table table = batch.tables().find(name);
        int deleted = 0;
        for (ItemKey key : keys) {
            Item item = table == null ? null : table.get(key);
            if (table != null && item != null && isExpired(table, item)) {
                batch.deleteItem(table.definition(), key);
                deleted++;
            }
        }
        return deleted;
    }

    private boolean isExpired(Table table, Item item) {
        String attribute = table.definition().settings().timeToLive();
        if (attribute == null || !(item.attributes().get(attribute) instanceof AttributeValue.N time)) {
            return false;
        }
        BigDecimal now = BigDecimal.valueOf(clock.instant().getEpochSecond());
        BigDecimal oldest = now.subtract(BigDecimal.valueOf(OLDEST.toSeconds()));
        return time.value().value().compareTo(now) < 0 && time.value().value().compareTo(oldest) > 0;
    }
}
