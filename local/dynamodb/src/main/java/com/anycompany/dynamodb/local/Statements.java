package com.anycompany.dynamodb.local;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.dynamodbv2.model.BatchExecuteStatementRequest;
import com.amazonaws.services.dynamodbv2.model.BatchExecuteStatementResult;
import com.amazonaws.services.dynamodbv2.model.BatchStatementRequest;
import com.amazonaws.services.dynamodbv2.model.BatchStatementResponse;
import com.amazonaws.services.dynamodbv2.model.ExecuteStatementRequest;
import com.amazonaws.services.dynamodbv2.model.ExecuteStatementResult;
import com.amazonaws.services.dynamodbv2.model.ExecuteTransactionRequest;
import com.amazonaws.services.dynamodbv2.model.ExecuteTransactionResult;
import com.anycompany.dynamodb.local.Transactions.Items;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** PartiQL: a statement is refused and charged as the call that it stands for; of a batch, each one by itself. */
record Statements(TableMeters meters, Transactions transactions) {

    ExecuteStatementResult execute(
            ExecuteStatementRequest request, Function<ExecuteStatementRequest, ExecuteStatementResult> engine) {
        Statement statement = Statement.of(request.getStatement(), request.getParameters());
        Optional<TableMeter> meter = meters.of(statement.table());
        meter.ifPresent(m -> m.admit(statement.access(), statement.index()));
        try {
            ExecuteStatementResult result = engine.apply(request);
            boolean consistent = Boolean.TRUE.equals(request.getConsistentRead());
            charge(statement, statement.cost(length(result.getItems()), consistent));
            return result;
        } catch (AmazonServiceException e) {
            if (Metering.CONDITION_FAILED.equals(e.getErrorCode())) {
                charge(statement, 1);
            }
            throw e;
        }
    }

    ExecuteTransactionResult executeTransaction(
            ExecuteTransactionRequest request, Function<ExecuteTransactionRequest, ExecuteTransactionResult> engine) {
        ExecuteTransactionResult result = transactions.perform(Items.of(request), () -> engine.apply(request));
        int share = request.getTransactStatements().size();
        request.getTransactStatements().forEach(each -> {
            Statement statement = Statement.of(each.getStatement(), each.getParameters());
            charge(statement, 2 * statement.cost(length(result.getResponses()) / share, true));
        });
        return result;
    }

    BatchExecuteStatementResult executeBatch(
            BatchExecuteStatementRequest request,
            Function<BatchExecuteStatementRequest, BatchExecuteStatementResult> engine) {
        if (request.getStatements() == null) {
            return engine.apply(request);
        }
        List<Optional<Exhausted>> refusals =
                request.getStatements().stream().map(this::refusal).toList();
        List<BatchStatementRequest> admitted = new ArrayList<>();
        for (int i = 0; i < refusals.size(); i++) {
            if (refusals.get(i).isEmpty()) {
                admitted.add(request.getStatements().get(i));
            }
        }
        if (admitted.isEmpty() && !refusals.isEmpty()) {
            return new BatchExecuteStatementResult().withResponses(inOrder(refusals, List.of()));
        }
        BatchExecuteStatementResult result = engine.apply(request.clone().withStatements(admitted));
        for (int i = 0; i < admitted.size(); i++) {
            charge(admitted.get(i), result.getResponses().get(i));
        }
        return result.withResponses(inOrder(refusals, result.getResponses()));
    }

    private static int length(@Nullable Object found) {
        return found == null ? 0 : found.toString().length();
    }

    private Optional<Exhausted> refusal(BatchStatementRequest request) {
        Statement statement = statement(request);
        return meters.of(statement.table()).flatMap(meter -> meter.refusal(statement.access(), statement.index()));
    }

    private void charge(BatchStatementRequest request, BatchStatementResponse response) {
        Statement statement = statement(request);
        boolean consistent = Boolean.TRUE.equals(request.getConsistentRead());
        charge(statement, statement.cost(length(response.getItem()), consistent));
    }

    private void charge(Statement statement, double units) {
        meters.of(statement.table()).ifPresent(m -> m.charge(statement.access(), statement.index(), units));
    }

    private static Statement statement(BatchStatementRequest request) {
        return Statement.of(request.getStatement(), request.getParameters());
    }

    /** Each statement's response in its place: the engine's, or why it wasn't even tried. */
    private static List<BatchStatementResponse> inOrder(
            List<Optional<Exhausted>> refusals, List<BatchStatementResponse> served) {
        Deque<BatchStatementResponse> next = new ArrayDeque<>(served);
        return refusals.stream()
                .map(refusal -> refusal.map(Exhausted::response).orElseGet(next::remove))
                .toList();
    }
}
