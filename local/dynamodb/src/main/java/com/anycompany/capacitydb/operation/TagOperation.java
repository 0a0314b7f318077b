package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.ListOf;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.store.Table;
import com.anycompany.capacitydb.store.Tables;
import com.anycompany.capacitydb.table.TableDefinition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations on the tags of tables. */
public abstract sealed class TagOperation implements Operation {

    private static final String ARN = "ResourceArn";

    private final Database database;

    private TagOperation(Database database) {
        this.database = database;
    }

    Database database() {
        return database;
    }

    /** @param operation the name of the operation that asks for the table */
    static Table find(Tables tables, JsonObject request, String operation) {
        String arn = request.text(ARN);
        Table table = arn.startsWith("arn:") ? tables.find(arn) : null;
        if (!arn.matches("arn:aws[a-zA-Z-]*:dynamodb:[^:]*:\\d{12}:table/[a-zA-Z0-9_.-]+.*")) {
            throw ServiceException.validation("Invalid TableArn: Invalid ResourceArn provided as input " + arn);
        }
        if (table == null && !TableDefinition.isOurs(arn)) {
            throw new ServiceException(
                    ErrorCode.ACCESS_DENIED,
                    "User: arn:aws:iam::" + TableDefinition.ACCOUNT + ":root is not authorized to perform: dynamodb:"
                            + operation + " on resource: " + arn + " because no resource-based policy allows the"
                            + " dynamodb:" + operation + " action");
        }
        if (table == null) {
            throw new ServiceException(
                    ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found: ResourcArn: " + arn + " not found");
        }
        return table;
    }

    void change(JsonObject request, java.util.function.UnaryOperator<Map<String, String>> changed) {
        database.write(batch -> {
            TableDefinition table = find(batch.tables(), request, name()).definition();
            Map<String, String> tags =
                    changed.apply(new LinkedHashMap<>(table.settings().tags()));
            batch.putTable(table.with(table.settings().withTags(tags)));
            return tags;
        });
    }

    /** Adds or changes tags. */
    public static final class TagResource extends TagOperation {

        public TagResource(Database database) {
            super(database);
        }

        @Override
        public Structure input() {
            return new Structure("TagResourceInput")
                    .required(ARN, Text.length(1, 1283))
                    .required("Tags", TableShapes.TAGS);
        }

        @Override
        public Answer perform(JsonObject request) {
            Map<String, String> added = TagInput.read(request);
            if (added.isEmpty()) {
                throw ServiceException.validation("Atleast one Tag needs to be provided as Input.");
            }
            change(request, tags -> {
                tags.putAll(added);
                TagInput.checkCount(tags);
                return tags;
            });
            return Answer.NOTHING;
        }
    }

    /** Removes tags. */
    public static final class UntagResource extends TagOperation {

        public UntagResource(Database database) {
            super(database);
        }

        @Override
        public Structure input() {
            return new Structure("UntagResourceInput")
                    .required(ARN, Text.length(1, 1283))
                    .required("TagKeys", ListOf.any(Text.any()));
        }

        @Override
        public Answer perform(JsonObject request) {
            List<String> keys = request.strings("TagKeys");
            if (keys.isEmpty()) {
                throw ServiceException.validation("Atleast one Tag Key needs to be provided as Input.");
            }
            keys.forEach(TagInput::checkKey);
            Set<String> removed = new HashSet<>(keys);
            change(request, tags -> {
                tags.keySet().removeAll(removed);
                return tags;
            });
            return Answer.NOTHING;
        }
    }

    /** Lists all tags of a table. */
    public static final class ListTagsOfResource extends TagOperation {

        public ListTagsOfResource(Database database) {
            super(database);
        }

        @Override
        public Structure input() {
            return new Structure("ListTagsOfResourceInput")
                    .required(ARN, Text.length(1, 1283))
                    .optional("NextToken", Text.any());
        }

        @Override
        public Answer perform(JsonObject request) {
            if (request.has("NextToken")) {
                // All tags are on the first page.
                throw ServiceException.validation("Given NextToken is invalid");
            }
            Map<String, String> tags = database()
                    .read(tables -> find(tables, request, name())
                            .definition()
                            .settings()
                            .tags());
            return json -> {
                json.name("Tags").startArray();
                tags.forEach((key, value) -> json.startObject()
                        .name("Key")
                        .string(key)
                        .name("Value")
                        .string(value)
                        .endObject());
                json.endArray();
            };
        }
    }
}
