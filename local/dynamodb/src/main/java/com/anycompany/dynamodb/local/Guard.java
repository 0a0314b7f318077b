package com.anycompany.dynamodb.local;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
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
import com.anycompany.dynamodb.local.Meter.Access;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Amazon's engine, which never throttles, behind each table's provisioned capacity. It sits between the engine's HTTP
 * handler and its data, so that answers and errors leave in the engine's own form (JSON, CRC, request id).
 *
 * <p>Every call goes the same way: refused when the table has no credit; else sent on with all capacity figures
 * requested; the table charged with them; the figures cut down to what the client asked for. PartiQL isn't metered.
 */
final class Guard extends LocalDynamoDBRequestHandler {

    private static final String CONDITION_FAILED = "ConditionalCheckFailedException";
    private static final String ALL = WantedCapacity.INDEXES.name();

    private final TableMeters meters;
    private final Batches batches;
    private final Transactions transactions;

    Guard(@Nullable String folder, Clock clock) {
        super(0, folder == null, folder, true, false);
        this.meters = new TableMeters(
                name -> super.describeTable("local", "us-east-1", new DescribeTableRequest(name))
                        .getTable(),
                clock);
        this.batches = new Batches(meters);
        this.transactions = new Transactions(meters);
    }

    @Override
    public GetItemResult getItem(String key, String region, GetItemRequest request) {
        WantedCapacity wanted = wanted(request.getReturnConsumedCapacity(), request::setReturnConsumedCapacity);
        meters.admit(request.getTableName(), Access.READ, null);
        GetItemResult result = super.getItem(key, region, request);
        meters.charge(Access.READ, result.getConsumedCapacity());
        return result.withConsumedCapacity(wanted.of(result.getConsumedCapacity()));
    }

    @Override
    public QueryResult query(String key, String region, QueryRequest request) {
        WantedCapacity wanted = wanted(request.getReturnConsumedCapacity(), request::setReturnConsumedCapacity);
        meters.admit(request.getTableName(), Access.READ, request.getIndexName());
        QueryResult result = super.query(key, region, request);
        meters.charge(Access.READ, result.getConsumedCapacity());
        return result.withConsumedCapacity(wanted.of(result.getConsumedCapacity()));
    }

    @Override
    public ScanResult scan(String key, String region, ScanRequest request) {
        WantedCapacity wanted = wanted(request.getReturnConsumedCapacity(), request::setReturnConsumedCapacity);
        meters.admit(request.getTableName(), Access.READ, request.getIndexName());
        ScanResult result = super.scan(key, region, request);
        meters.charge(Access.READ, result.getConsumedCapacity());
        return result.withConsumedCapacity(wanted.of(result.getConsumedCapacity()));
    }

    @Override
    public PutItemResult putItem(String key, String region, PutItemRequest request) {
        WantedCapacity wanted = wanted(request.getReturnConsumedCapacity(), request::setReturnConsumedCapacity);
        PutItemResult result = write(request.getTableName(), () -> super.putItem(key, region, request));
        meters.charge(Access.WRITE, result.getConsumedCapacity());
        return result.withConsumedCapacity(wanted.of(result.getConsumedCapacity()));
    }

    @Override
    public UpdateItemResult updateItem(String key, String region, UpdateItemRequest request) {
        WantedCapacity wanted = wanted(request.getReturnConsumedCapacity(), request::setReturnConsumedCapacity);
        UpdateItemResult result = write(request.getTableName(), () -> super.updateItem(key, region, request));
        meters.charge(Access.WRITE, result.getConsumedCapacity());
        return result.withConsumedCapacity(wanted.of(result.getConsumedCapacity()));
    }

    @Override
    public DeleteItemResult deleteItem(String key, String region, DeleteItemRequest request) {
        WantedCapacity wanted = wanted(request.getReturnConsumedCapacity(), request::setReturnConsumedCapacity);
        DeleteItemResult result = write(request.getTableName(), () -> super.deleteItem(key, region, request));
        meters.charge(Access.WRITE, result.getConsumedCapacity());
        return result.withConsumedCapacity(wanted.of(result.getConsumedCapacity()));
    }

    @Override
    public BatchGetItemResult batchGetItem(String key, String region, BatchGetItemRequest request) {
        WantedCapacity wanted = wanted(request.getReturnConsumedCapacity(), request::setReturnConsumedCapacity);
        BatchGetItemResult result = batches.get(request, admitted -> super.batchGetItem(key, region, admitted));
        meters.charge(Access.READ, result.getConsumedCapacity());
        return result.withConsumedCapacity(wanted.of(result.getConsumedCapacity()));
    }

    @Override
    public BatchWriteItemResult batchWriteItem(String key, String region, BatchWriteItemRequest request) {
        WantedCapacity wanted = wanted(request.getReturnConsumedCapacity(), request::setReturnConsumedCapacity);
        BatchWriteItemResult result = batches.write(request, admitted -> super.batchWriteItem(key, region, admitted));
        meters.charge(Access.WRITE, result.getConsumedCapacity());
        return result.withConsumedCapacity(wanted.of(result.getConsumedCapacity()));
    }

    @Override
    public TransactGetItemsResult transactGetItems(String key, String region, TransactGetItemsRequest request) {
        WantedCapacity wanted = wanted(request.getReturnConsumedCapacity(), request::setReturnConsumedCapacity);
        transactions.admit(request);
        TransactGetItemsResult result = super.transactGetItems(key, region, request);
        meters.charge(Access.READ, result.getConsumedCapacity());
        return result.withConsumedCapacity(wanted.of(result.getConsumedCapacity()));
    }

    @Override
    public TransactWriteItemsResult transactWriteItems(String key, String region, TransactWriteItemsRequest request) {
        WantedCapacity wanted = wanted(request.getReturnConsumedCapacity(), request::setReturnConsumedCapacity);
        transactions.admit(request);
        TransactWriteItemsResult result = super.transactWriteItems(key, region, request);
        meters.charge(Access.WRITE, result.getConsumedCapacity());
        return result.withConsumedCapacity(wanted.of(result.getConsumedCapacity()));
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

    /** A write whose condition fails costs all the same, at least one unit. */
    private <T> T write(@Nullable String table, Supplier<T> call) {
        meters.admit(table, Access.WRITE, null);
        try {
            return call.get();
        } catch (AmazonServiceException e) {
            if (CONDITION_FAILED.equals(e.getErrorCode())) {
                meters.of(table).ifPresent(meter -> meter.charge(Access.WRITE, 1));
            }
            throw e;
        }
    }

    private static WantedCapacity wanted(@Nullable String requested, Consumer<String> request) {
        if (!WantedCapacity.isKnown(requested)) {
            return WantedCapacity.NONE;
        }
        request.accept(ALL);
        return WantedCapacity.of(requested);
    }
}
