package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.capacity.ReturnConsumedCapacity;
import com.anycompany.capacitydb.error.ServiceException;
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
import com.anycompany.capacitydb.shape.Whole;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueWriter;
import java.util.List;
import java.util.Map;

/** Performs one statement. */
public final class ExecuteStatement implements Operation {

    private final Statements statements;
    private final NextToken tokens = new NextToken();

    public ExecuteStatement(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Structure input() {
        return new Structure("ExecuteStatementInput")
                .required("Statement", Text.length(1, 8192))
                .optional("Parameters", ListOf.length(MapOf.attributeValue(), 1, Integer.MAX_VALUE))
                .optional("ConsistentRead", new Flag())
                .optional("NextToken", Text.length(1, 32768))
                .optional("Limit", Whole.positiveInteger())
                .optional("ReturnConsumedCapacity", RequestShapes.CAPACITY)
                .optional("ReturnValuesOnConditionCheckFailure", RequestShapes.ON_FAILURE);
    }

    @Override
    public Answer perform(JsonObject request) {
        Statement statement = Statements.parse(request);
        ReturnConsumedCapacity told = ReturnConsumedCapacity.of(request.string("ReturnConsumedCapacity"));
        if (statement instanceof Statement.Select select) {
            Long limit = request.number("Limit");
            Page page = statements.select(
                    select,
                    request.isTrue("ConsistentRead"),
                    limit == null ? Integer.MAX_VALUE : limit.intValue(),
                    tokens.read(request.string("NextToken")));
            return json -> {
                writeItems(page.items(), json);
                Map<String, AttributeValue> last = page.last();
                if (last != null) {
                    json.name("NextToken").string(NextToken.of(last));
                    AttributeValueWriter.writeMap(last, json.name("LastEvaluatedKey"));
                }
                told.write(page.consumption(), json);
            };
        }
        if (statement instanceof Statement.Exists) {
            throw ServiceException.validation("EXISTS is supported in ExecuteTransaction only");
        }
        boolean itemOnFailure = "ALL_OLD".equals(request.string("ReturnValuesOnConditionCheckFailure"));
        Written written = statements.write(statement, itemOnFailure);
        Map<String, AttributeValue> returned = Statements.returned(statement, written);
        return json -> {
            writeItems(returned == null ? List.of() : List.of(returned), json);
            told.write(written.consumption(), json);
        };
    }

    private static void writeItems(List<Map<String, AttributeValue>> items, JsonWriter json) {
        json.name("Items").startArray();
        items.forEach(item -> AttributeValueWriter.writeMap(item, json));
        json.endArray();
    }
}
