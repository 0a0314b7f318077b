package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.capacity.Consumption;
import com.anycompany.capacitydb.capacity.ReturnConsumedCapacity;
import com.anycompany.capacitydb.capacity.Throttled;
import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.item.ConditionalCheckFailed;
import com.anycompany.capacitydb.item.Page;
import com.anycompany.capacitydb.item.Written;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.operation.Answer;
import com.anycompany.capacitydb.operation.Operation;
import com.anycompany.capacitydb.operation.RequestShapes;
import com.anycompany.capacitydb.shape.Flag;
import com.anycompany.capacitydb.shape.ListOf;
import com.anycompany.capacitydb.shape.MapOf;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Performs up to 25 statements, each by itself; one that fails has its error in its place. */
public final class BatchExecuteStatement implements Operation {

    private static final int MAX_STATEMENTS = 25;

    private final Statements statements;

    public BatchExecuteStatement(Statements statements) {
        this.statements = statements;
    }

    /** What came of one statement. */
    private record Outcome(
            @Nullable String table,
            @Nullable Map<String, AttributeValue> item,
            @Nullable ServiceException error,
            @Nullable Consumption consumption) {}

    @Override
    public Structure input() {
        Structure statement = new Structure("BatchStatementRequest")
                .required("Statement", Text.length(1, 8192))
                .optional("Parameters", ListOf.length(MapOf.attributeValue(), 1, Integer.MAX_VALUE))
                .optional("ConsistentRead", new Flag())
                .optional("ReturnValuesOnConditionCheckFailure", RequestShapes.ON_FAILURE);
        return new Structure("BatchExecuteStatementInput")
                .required("Statements", ListOf.length(statement, 1, MAX_STATEMENTS))
                .optional("ReturnConsumedCapacity", RequestShapes.CAPACITY);
    }

    @Override
    public Answer perform(JsonObject request) {
        List<Outcome> outcomes =
                request.objects("Statements").stream().map(this::outcome).toList();
        ReturnConsumedCapacity told = ReturnConsumedCapacity.of(request.string("ReturnConsumedCapacity"));
        return json -> {
            json.name("Responses").startArray();
            outcomes.forEach(outcome -> write(outcome, json));
            json.endArray();
            told.write(consumed(outcomes), false, json);
        };
    }

    private Outcome outcome(JsonObject json) {
        Statement statement = null;
        try {
            statement = Statements.parse(json);
            return perform(statement, json);
        } catch (ServiceException e) {
            if (e.code() == ErrorCode.INTERNAL_SERVER_ERROR) {
                throw e;
            }
            return new Outcome(statement == null ? null : statement.table(), null, e, null);
        }
    }

    private Outcome perform(Statement statement, JsonObject json) {
        if (statement instanceof Statement.Select select) {
            if (!statements.namesOneItem(select)) {
                throw ServiceException.validation("Select statements within BatchExecuteStatement must specify the "
                        + "primary key in the where clause.");
            }
            Page page = statements.select(select, json.isTrue("ConsistentRead"), Integer.MAX_VALUE, null);
            Map<String, AttributeValue> item =
                    page.items().isEmpty() ? null : page.items().get(0);
            return new Outcome(select.table(), item, null, page.consumption());
        }
        boolean itemOnFailure = "ALL_OLD".equals(json.string("ReturnValuesOnConditionCheckFailure"));
        Written written = statements.write(statement, itemOnFailure);
        return new Outcome(statement.table(), Statements.returned(statement, written), null, written.consumption());
    }

    private static void write(Outcome outcome, JsonWriter json) {
        json.startObject();
        if (outcome.table() != null) {
            json.name("TableName").string(outcome.table());
        }
        if (outcome.item() != null) {
            AttributeValueWriter.writeMap(outcome.item(), json.name("Item"));
        }
        ServiceException error = outcome.error();
        if (error != null) {
            json.name("Error").startObject();
            json.name("Code").string(code(error)).name("Message").string(error.message());
            Item item = error instanceof ConditionalCheckFailed failed ? failed.item() : null;
            if (item != null) {
                AttributeValueWriter.writeMap(item.attributes(), json.name("Item"));
            }
            json.endObject();
        }
        json.endObject();
    }

    /** The codes in responses are those of the exceptions without the last word, with two exceptions. */
    private static String code(ServiceException error) {
        if (error instanceof Throttled throttled) {
            return throttled.exhausted().code();
        }
        return error.code() == ErrorCode.VALIDATION
                ? "ValidationError"
                : error.code().simpleName().replaceFirst("Exception$", "");
    }

    private static List<Consumption> consumed(List<Outcome> outcomes) {
        Map<String, Consumption> byTable = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            Consumption consumption = outcome.consumption();
            if (consumption != null) {
                byTable.computeIfAbsent(consumption.table().id(), id -> new Consumption(consumption.table()))
                        .add(consumption);
            }
        }
        return new ArrayList<>(byTable.values());
    }
}
