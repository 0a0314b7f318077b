package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.capacity.ReturnConsumedCapacity;
import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.item.ItemReader.Found;
import com.anycompany.capacitydb.item.ItemWrite;
import com.anycompany.capacitydb.item.Written;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.operation.Answer;
import com.anycompany.capacitydb.operation.Operation;
import com.anycompany.capacitydb.operation.RequestShapes;
import com.anycompany.capacitydb.shape.ListOf;
import com.anycompany.capacitydb.shape.MapOf;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.transaction.IdempotencyTokens;
import com.anycompany.capacitydb.transaction.ReadTransaction;
import com.anycompany.capacitydb.transaction.WriteTransaction;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Performs up to 100 statements, all or none; they all read, or all write. */
public final class ExecuteTransaction implements Operation {

    private static final int MAX_STATEMENTS = 100;

    private final Statements statements;
    private final ReadTransaction reads;
    private final WriteTransaction writes;
    private final IdempotencyTokens<List<Written>> tokens;

    public ExecuteTransaction(
            Statements statements,
            ReadTransaction reads,
            WriteTransaction writes,
            IdempotencyTokens<List<Written>> tokens) {
        this.statements = statements;
        this.reads = reads;
        this.writes = writes;
        this.tokens = tokens;
    }

    @Override
    public Structure input() {
        Structure statement = new Structure("ParameterizedStatement")
                .required("Statement", Text.length(1, 8192))
                .optional("Parameters", ListOf.length(MapOf.attributeValue(), 1, Integer.MAX_VALUE))
                .optional("ReturnValuesOnConditionCheckFailure", RequestShapes.ON_FAILURE);
        return new Structure("ExecuteTransactionInput")
                .required("TransactStatements", ListOf.length(statement, 1, MAX_STATEMENTS))
                .optional("ClientRequestToken", Text.length(1, 36))
                .optional("ReturnConsumedCapacity", RequestShapes.CAPACITY);
    }

    @Override
    public Answer perform(JsonObject request) {
        List<JsonObject> parts = request.objects("TransactStatements");
        List<Statement> parsed = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            parsed.add(parse(i, parts.get(i)));
        }
        long selects = parsed.stream().filter(Statement::isRead).count();
        if (selects != 0 && selects != parsed.size()) {
            throw ServiceException.validation(
                    "ExecuteTransaction API does not support both read and write operations in the same request.");
        }
        ReturnConsumedCapacity told = ReturnConsumedCapacity.of(request.string("ReturnConsumedCapacity"));
        return selects > 0 ? read(parsed, told) : write(request, parts, parsed, told);
    }

    private Statement parse(int number, JsonObject part) {
        List<AttributeValue> parameters = Statements.parameters(part);
        try {
            Statement statement = StatementParser.parse(part.text("Statement"), parameters);
            if (statement.returned() != Returning.NOTHING) {
                throw ServiceException.validation("RETURNING clause is not supported in ExecuteTransaction.");
            }
            if (statement instanceof Statement.Select select) {
                checkSelect(select);
            }
            return statement;
        } catch (ServiceException e) {
            throw inStatement(number, e);
        }
    }

    private void checkSelect(Statement.Select select) {
        if (select.index() != null) {
            throw ServiceException.validation("Reads on indices are not supported within transactions.");
        }
        if (!statements.namesOneItem(select)) {
            throw ServiceException.validation(
                    "Select statements within ExecuteTransaction must specify the primary key "
                            + "in the where clause.");
        }
    }

    private static ServiceException inStatement(int number, ServiceException e) {
        return e.code() == ErrorCode.VALIDATION
                ? ServiceException.validation("Validation failed in TransactStatements[" + number + "]: " + e.message())
                : e;
    }

    private Answer read(List<Statement> parsed, ReturnConsumedCapacity told) {
        List<ReadTransaction.Get> gets = new ArrayList<>();
        List<@Nullable List<Path>> paths = new ArrayList<>();
        for (Statement statement : parsed) {
            Statement.Select select = (Statement.Select) statement;
            WhereClause where = new WhereClause(select.where());
            gets.add(new ReadTransaction.Get(
                    select.table(), where.takeKey(statements.table(select).keys())));
            paths.add(select.paths());
        }
        List<Found> found = reads.perform(gets);
        return json -> {
            json.name("Responses").startArray();
            for (int i = 0; i < found.size(); i++) {
                writeItem(found.get(i).item(), paths.get(i), json);
            }
            json.endArray();
            told.write(ReadTransaction.consumed(found), true, json);
        };
    }

    private static void writeItem(@Nullable Item item, @Nullable List<Path> paths, JsonWriter json) {
        json.startObject();
        if (item != null) {
            AttributeValueWriter.writeMap(SelectedPaths.of(paths, item.attributes()), json.name("Item"));
        }
        json.endObject();
    }

    private Answer write(
            JsonObject request, List<JsonObject> parts, List<Statement> parsed, ReturnConsumedCapacity told) {
        List<ItemWrite> itemWrites = new ArrayList<>();
        for (int i = 0; i < parsed.size(); i++) {
            boolean itemOnFailure = "ALL_OLD".equals(parts.get(i).string("ReturnValuesOnConditionCheckFailure"));
            try {
                itemWrites.add(statements.itemWrite(parsed.get(i), itemOnFailure));
            } catch (ServiceException e) {
                throw inStatement(i, e);
            }
        }
        List<Written> written = tokens.perform(
                request.string("ClientRequestToken"),
                request.without("ReturnConsumedCapacity"),
                () -> writes.perform(itemWrites));
        return json -> {
            json.name("Responses").startArray().endArray();
            told.write(WriteTransaction.consumed(written), true, json);
        };
    }
}
