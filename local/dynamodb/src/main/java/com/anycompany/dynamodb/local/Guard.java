package com.anycompany.dynamodb.local;

import static com.anycompany.dynamodb.local.Meter.Access.READ;
import static com.anycompany.dynamodb.local.Meter.Access.WRITE;
import static com.anycompany.dynamodb.local.OperationFigures.DELETE_ITEM;
import static com.anycompany.dynamodb.local.OperationFigures.GET_ITEM;
import static com.anycompany.dynamodb.local.OperationFigures.PUT_ITEM;
import static com.anycompany.dynamodb.local.OperationFigures.QUERY;
import static com.anycompany.dynamodb.local.OperationFigures.SCAN;
import static com.anycompany.dynamodb.local.OperationFigures.TRANSACT_GET_ITEMS;
import static com.anycompany.dynamodb.local.OperationFigures.TRANSACT_WRITE_ITEMS;
import static com.anycompany.dynamodb.local.OperationFigures.UPDATE_ITEM;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.model.BatchExecuteStatementRequest;
import com.amazonaws.services.dynamodbv2.model.BatchExecuteStatementResult;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemResult;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemResult;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.CreateTableResult;
import com.amazonaws.services.dynamodbv2.model.DeleteItemRequest;
import com.amazonaws.services.dynamodbv2.model.DeleteItemResult;
import com.amazonaws.services.dynamodbv2.model.DeleteTableRequest;
import com.amazonaws.services.dynamodbv2.model.DeleteTableResult;
import com.amazonaws.services.dynamodbv2.model.DescribeTableRequest;
import com.amazonaws.services.dynamodbv2.model.ExecuteStatementRequest;
import com.amazonaws.services.dynamodbv2.model.ExecuteStatementResult;
import com.amazonaws.services.dynamodbv2.model.ExecuteTransactionRequest;
import com.amazonaws.services.dynamodbv2.model.ExecuteTransactionResult;
import com.amazonaws.services.dynamodbv2.model.GetItemRequest;
import com.amazonaws.services.dynamodbv2.model.GetItemResult;
import com.amazonaws.services.dynamodbv2.model.PutItemRequest;
import com.amazonaws.services.dynamodbv2.model.PutItemResult;
import com.amazonaws.services.dynamodbv2.model.QueryRequest;
import com.amazonaws.services.dynamodbv2.model.QueryResult;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import com.amazonaws.services.dynamodbv2.model.ScanResult;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsResult;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsResult;
import com.amazonaws.services.dynamodbv2.model.UpdateItemRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateItemResult;
import com.amazonaws.services.dynamodbv2.model.UpdateTableRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateTableResult;
import com.anycompany.dynamodb.local.Transactions.Items;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Amazon's engine, which never throttles, behind each table's provisioned capacity. It sits between the engine's HTTP
 * handler and its data, so that answers and errors leave in the engine's own form (JSON, CRC, request id).
 *
 * <p>Every call goes the same way: refused when its table has no credit; else sent on with all capacity figures requested;
 * the table charged with them; the figures cut down to what the client asked for. What differs is who can be refused: a call
 * ({@link Metering}), a part of a batch ({@link Batches}, {@link Statements}), a transaction as a whole.
 */
final class Guard extends LocalDynamoDBRequestHandler {

    private final TableMeters meters;
    private final Metering metering;
    private final Batches batches;
    private final Transactions transactions;
    private final Statements statements;

    Guard(@Nullable String folder, Clock clock) {
        super(0, folder == null, folder, true, false);
        this.meters = new TableMeters(
                name -> super.describeTable("local", "us-east-1", new DescribeTableRequest(name))
                        .getTable(),
                clock);
        this.metering = new Metering(meters);
        this.batches = new Batches(meters);
        this.transactions = new Transactions(meters);
        this.statements = new Statements(meters, transactions);
    }

    @Override
    public GetItemResult getItem(String key, String region, GetItemRequest request) {
        return metering.perform(
                READ,
                request.getTableName(),
                null,
                GET_ITEM,
                request,
                admitted -> super.getItem(key, region, admitted));
    }

    @Override
    public QueryResult query(String key, String region, QueryRequest request) {
        return metering.perform(
                READ,
                request.getTableName(),
                request.getIndexName(),
                QUERY,
                request,
                admitted -> super.query(key, region, admitted));
    }

    @Override
    public ScanResult scan(String key, String region, ScanRequest request) {
        return metering.perform(
                READ,
                request.getTableName(),
                request.getIndexName(),
                SCAN,
                request,
                admitted -> super.scan(key, region, admitted));
    }

    @Override
    public PutItemResult putItem(String key, String region, PutItemRequest request) {
        return metering.perform(
                WRITE,
                request.getTableName(),
                null,
                PUT_ITEM,
                request,
                admitted -> super.putItem(key, region, admitted));
    }

    @Override
    public UpdateItemResult updateItem(String key, String region, UpdateItemRequest request) {
        return metering.perform(
                WRITE,
                request.getTableName(),
                null,
                UPDATE_ITEM,
                request,
                admitted -> super.updateItem(key, region, admitted));
    }

    @Override
    public DeleteItemResult deleteItem(String key, String region, DeleteItemRequest request) {
        return metering.perform(
                WRITE,
                request.getTableName(),
                null,
                DELETE_ITEM,
                request,
                admitted -> super.deleteItem(key, region, admitted));
    }

    @Override
    public BatchGetItemResult batchGetItem(String key, String region, BatchGetItemRequest request) {
        return batches.get(request, admitted -> super.batchGetItem(key, region, admitted));
    }

    @Override
    public BatchWriteItemResult batchWriteItem(String key, String region, BatchWriteItemRequest request) {
        return batches.write(request, admitted -> super.batchWriteItem(key, region, admitted));
    }

    @Override
    public TransactGetItemsResult transactGetItems(String key, String region, TransactGetItemsRequest request) {
        return transactions.perform(
                Items.of(request),
                TRANSACT_GET_ITEMS,
                request,
                admitted -> super.transactGetItems(key, region, admitted));
    }

    @Override
    public TransactWriteItemsResult transactWriteItems(String key, String region, TransactWriteItemsRequest request) {
        return transactions.perform(
                Items.of(request),
                TRANSACT_WRITE_ITEMS,
                request,
                admitted -> super.transactWriteItems(key, region, admitted));
    }

    @Override
    public ExecuteTransactionResult executeTransaction(String key, String region, ExecuteTransactionRequest request) {
        return statements.executeTransaction(request, admitted -> super.executeTransaction(key, region, admitted));
    }

    @Override
    public ExecuteStatementResult executeStatement(String key, String region, ExecuteStatementRequest request) {
        return statements.execute(request, admitted -> super.executeStatement(key, region, admitted));
    }

    @Override
    public BatchExecuteStatementResult batchExecuteStatement(
            String key, String region, BatchExecuteStatementRequest request) {
        return statements.executeBatch(request, admitted -> super.batchExecuteStatement(key, region, admitted));
    }

    @Override
    public CreateTableResult createTable(String key, String region, CreateTableRequest request) {
        CreateTableResult result = super.createTable(key, region, request);
        meters.forget(request.getTableName());
        meters.of(request.getTableName());
        return result;
    }

    @Override
    public UpdateTableResult updateTable(String key, String region, UpdateTableRequest request) {
        meters.of(request.getTableName());
        UpdateTableResult result = super.updateTable(key, region, request);
        meters.changed(result.getTableDescription().getTableName());
        return result;
    }

    @Override
    public DeleteTableResult deleteTable(String key, String region, DeleteTableRequest request) {
        DeleteTableResult result = super.deleteTable(key, region, request);
        meters.forget(result.getTableDescription().getTableName());
        return result;
    }
}
