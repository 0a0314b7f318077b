package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.ConditionPaths;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.expression.Projection;
import com.anycompany.capacitydb.item.PageRequest.Selection;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What Query and Scan have in common: the index, what is selected, the filter and where the page begins.
 *
 * @param paths what is projected; null for no projection
 * @param startKey where an earlier page ended; null for the first
 */
record PageInput(
        @Nullable String indexName,
        @Nullable String select,
        @Nullable List<Path> paths,
        @Nullable Condition filter,
        @Nullable Map<String, AttributeValue> startKey,
        boolean consistent,
        int limit) {

    private static final String COUNT = "COUNT";
    private static final String ALL = "ALL_ATTRIBUTES";
    private static final String PROJECTED = "ALL_PROJECTED_ATTRIBUTES";
    private static final String SPECIFIC = "SPECIFIC_ATTRIBUTES";

    /** Checks that {@code Select} goes with the other parameters. */
    static void checkSelect(JsonObject request) {
        String select = request.string("Select");
        String projection = request.has("ProjectionExpression")
                ? "ProjectionExpression"
                : request.has("AttributesToGet") ? "AttributesToGet" : null;
        if (select == null) {
            return;
        }
        if (projection != null && !select.equals(SPECIFIC)) {
            throw ServiceException.validation("Cannot specify the " + projection + " when choosing to get "
                    + (select.equals(COUNT) ? "only the Count" : select));
        }
        if (projection == null && select.equals(SPECIFIC)) {
            throw ServiceException.validation(
                    "Must specify the AttributesToGet or ProjectionExpression when choosing to get " + SPECIFIC);
        }
        if (select.equals(PROJECTED) && !request.has("IndexName")) {
            throw ServiceException.validation(PROJECTED + " can be used only when Querying using an IndexName");
        }
    }

    /** The index that is read; null for the table. */
    @Nullable
    IndexDefinition index(TableDefinition table) {
        if (indexName == null) {
            return null;
        }
        IndexDefinition index = table.index(indexName)
                .orElseThrow(
                        () -> ServiceException.validation("The table does not have the specified index: " + indexName));
        if (index.global() && consistent) {
            throw ServiceException.validation("Consistent reads are not supported on global secondary indexes");
        }
        return index;
    }

    Selection selection(@Nullable IndexDefinition index) {
        boolean counted = COUNT.equals(select);
        Projection projection = paths == null ? null : new Projection(paths);
        if (index == null) {
            return new Selection(counted, projection, false);
        }
        if (ALL.equals(select) && !index.coversAll() && index.global()) {
            throw ServiceException.invalidParameter("Select type ALL_ATTRIBUTES is not supported for global secondary "
                    + "index " + index.name() + " because its projection type is not ALL");
        }
        Set<String> wanted = new LinkedHashSet<>();
        if (projection != null) {
            wanted.addAll(projection.attributes());
        }
        if (filter != null) {
            ConditionPaths.of(filter).forEach(path -> wanted.add(path.attribute()));
        }
        boolean covered = index.covers(wanted);
        if (!covered && index.global()) {
            throw ServiceException.invalidParameter(
                    "Global secondary index " + index.name() + " does not project " + missing(index, wanted));
        }
        return new Selection(counted, projection, !covered || ALL.equals(select) && !index.coversAll());
    }

    private static Set<String> missing(IndexDefinition index, Set<String> wanted) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeIf(name -> index.covers(Set.of(name)));
        return missing;
    }

    /** The place where the page begins; null for the beginning. */
    @Nullable
    ItemKey start(TableDefinition table, @Nullable IndexDefinition index) {
        if (startKey == null) {
            return null;
        }
        int length = index == null ? table.keys().length() : index.keyNames().size();
        ItemKey start =
                startKey.size() != length ? null : index == null ? table.keyOf(startKey) : index.keyOf(startKey);
        if (start == null) {
            throw ServiceException.validation(
                    "The provided starting key is invalid: The provided key element does not match the schema");
        }
        return start;
    }
}
