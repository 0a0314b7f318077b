package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.shape.Shape;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.shape.Whole;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.store.Tables;
import com.anycompany.capacitydb.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations on contributor insights, which are a setting only: nothing is analysed. */
public abstract sealed class ContributorInsightsOperation implements Operation {

    private static final String DEFAULT_MODE = "ACCESSED_AND_THROTTLED_KEYS";
    private static final Shape MODE = Text.oneOf("THROTTLED_KEYS", DEFAULT_MODE);
    private static final int MAX_PAGE = 100;

    private final Database database;

    private ContributorInsightsOperation(Database database) {
        this.database = database;
    }

    Database database() {
        return database;
    }

    /** The table, in which the index must exist, if the request names one. */
    static TableDefinition find(Tables tables, JsonObject request) {
        TableDefinition table =
                DescribeTable.find(tables, request.text("TableName")).definition();
        String index = request.string("IndexName");
        if (index != null && table.index(index).isEmpty()) {
            throw new ServiceException(
                    ErrorCode.RESOURCE_NOT_FOUND,
                    "Requested resource not found: Index: " + index + " not found for table: " + table.name());
        }
        return table;
    }

    static String index(JsonObject request) {
        String index = request.string("IndexName");
        return index == null ? "" : index;
    }

    private static void writeSummary(String table, String index, @Nullable String mode, JsonWriter json) {
        json.name("TableName").string(table);
        if (!index.isEmpty()) {
            json.name("IndexName").string(index);
        }
        json.name("ContributorInsightsStatus").string(mode == null ? "DISABLED" : "ENABLED");
        if (mode != null) {
            json.name("ContributorInsightsMode").string(mode);
        }
    }

    /** Turns insights of a table or an index on or off. */
    public static final class UpdateContributorInsights extends ContributorInsightsOperation {

        public UpdateContributorInsights(Database database) {
            super(database);
        }

        @Override
        public Structure input() {
            return new Structure("UpdateContributorInsightsInput")
                    .required("TableName", RequestShapes.MANAGED_TABLE)
                    .optional("IndexName", Text.name())
                    .required("ContributorInsightsAction", Text.oneOf("ENABLE", "DISABLE"))
                    .optional("ContributorInsightsMode", MODE);
        }

        @Override
        public Answer perform(JsonObject request) {
            String wanted = request.string("ContributorInsightsMode");
            boolean enable = request.text("ContributorInsightsAction").equals("ENABLE");
            String mode = enable ? wanted == null ? DEFAULT_MODE : wanted : null;
            TableDefinition table = database().write(batch -> {
                TableDefinition found = find(batch.tables(), request);
                var services = found.settings().services().withInsights(index(request), mode);
                batch.putTable(found.with(found.settings().withServices(services)));
                return found;
            });
            return json -> writeSummary(table.name(), index(request), mode, json);
        }
    }

    /** Tells whether insights of a table or an index are turned on. */
    public static final class DescribeContributorInsights extends ContributorInsightsOperation {

        public DescribeContributorInsights(Database database) {
            super(database);
        }

        @Override
        public Structure input() {
            return new Structure("DescribeContributorInsightsInput")
                    .required("TableName", RequestShapes.MANAGED_TABLE)
                    .optional("IndexName", Text.name());
        }

        @Override
        public Answer perform(JsonObject request) {
            TableDefinition table = database().read(tables -> find(tables, request));
            String mode = table.settings().services().insights().get(index(request));
            return json -> {
                writeSummary(table.name(), index(request), mode, json);
                json.name("ContributorInsightsRuleList").startArray().endArray();
            };
        }
    }

    /** Lists the tables and indexes whose insights are turned on. */
    public static final class ListContributorInsights extends ContributorInsightsOperation {

        /** A table's or index's insights; its place in the list is the token of the next page. */
        private record Insights(String table, String index, String mode) {}

        public ListContributorInsights(Database database) {
            super(database);
        }

        @Override
        public Structure input() {
            return new Structure("ListContributorInsightsInput")
                    .optional("TableName", RequestShapes.MANAGED_TABLE)
                    .optional("NextToken", Text.any())
                    .optional("MaxResults", Whole.integer(0, MAX_PAGE));
        }

        @Override
        public Answer perform(JsonObject request) {
            List<Insights> all = database().read(tables -> all(tables, request));
            Long wanted = request.number("MaxResults");
            int max = wanted == null || wanted == 0 ? MAX_PAGE : wanted.intValue();
            int from = Math.min(begin(request.string("NextToken")), all.size());
            int to = Math.min(from + max, all.size());
            return json -> {
                json.name("ContributorInsightsSummaries").startArray();
                for (Insights each : all.subList(from, to)) {
                    json.startObject();
                    writeSummary(each.table(), each.index(), each.mode(), json);
                    json.endObject();
                }
                json.endArray();
                if (to < all.size()) {
                    json.name("NextToken").string(Integer.toString(to));
                }
            };
        }

        private static int begin(@Nullable String token) {
            try {
                return token == null ? 0 : Math.max(0, Integer.parseInt(token));
            } catch (NumberFormatException e) {
                throw ServiceException.validation("Given NextToken is invalid");
            }
        }

        private static List<Insights> all(Tables tables, JsonObject request) {
            List<Insights> all = new ArrayList<>();
            List<TableDefinition> definitions = request.has("TableName")
                    ? List.of(find(tables, request))
                    : tables.all().values().stream().map(t -> t.definition()).toList();
            for (TableDefinition table : definitions) {
                table.settings()
                        .services()
                        .insights()
                        .forEach((index, mode) -> all.add(new Insights(table.name(), index, mode)));
            }
            return all;
        }
    }
}
