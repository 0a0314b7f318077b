package com.anycompany.dynamodb.local;

import com.amazonaws.services.dynamodbv2.model.BatchGetItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemResult;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemResult;
import com.amazonaws.services.dynamodbv2.model.DeleteItemRequest;
import com.amazonaws.services.dynamodbv2.model.DeleteItemResult;
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

/** The metered operations, as {@link Figures} sees them: the same four methods of each, without a common type. */
final class OperationFigures {

    static final Figures<GetItemRequest, GetItemResult> GET_ITEM = Figures.one(
            GetItemRequest::getReturnConsumedCapacity,
            GetItemRequest::setReturnConsumedCapacity,
            GetItemResult::getConsumedCapacity,
            GetItemResult::setConsumedCapacity);

    static final Figures<QueryRequest, QueryResult> QUERY = Figures.one(
            QueryRequest::getReturnConsumedCapacity,
            QueryRequest::setReturnConsumedCapacity,
            QueryResult::getConsumedCapacity,
            QueryResult::setConsumedCapacity);

    static final Figures<ScanRequest, ScanResult> SCAN = Figures.one(
            ScanRequest::getReturnConsumedCapacity,
            ScanRequest::setReturnConsumedCapacity,
            ScanResult::getConsumedCapacity,
            ScanResult::setConsumedCapacity);

    static final Figures<PutItemRequest, PutItemResult> PUT_ITEM = Figures.one(
            PutItemRequest::getReturnConsumedCapacity,
            PutItemRequest::setReturnConsumedCapacity,
            PutItemResult::getConsumedCapacity,
            PutItemResult::setConsumedCapacity);

    static final Figures<UpdateItemRequest, UpdateItemResult> UPDATE_ITEM = Figures.one(
            UpdateItemRequest::getReturnConsumedCapacity,
            UpdateItemRequest::setReturnConsumedCapacity,
            UpdateItemResult::getConsumedCapacity,
            UpdateItemResult::setConsumedCapacity);

    static final Figures<DeleteItemRequest, DeleteItemResult> DELETE_ITEM = Figures.one(
            DeleteItemRequest::getReturnConsumedCapacity,
            DeleteItemRequest::setReturnConsumedCapacity,
            DeleteItemResult::getConsumedCapacity,
            DeleteItemResult::setConsumedCapacity);

    static final Figures<BatchGetItemRequest, BatchGetItemResult> BATCH_GET_ITEM = new Figures<>(
            BatchGetItemRequest::getReturnConsumedCapacity,
            BatchGetItemRequest::setReturnConsumedCapacity,
            BatchGetItemResult::getConsumedCapacity,
            BatchGetItemResult::setConsumedCapacity);

    static final Figures<BatchWriteItemRequest, BatchWriteItemResult> BATCH_WRITE_ITEM = new Figures<>(
            BatchWriteItemRequest::getReturnConsumedCapacity,
            BatchWriteItemRequest::setReturnConsumedCapacity,
            BatchWriteItemResult::getConsumedCapacity,
            BatchWriteItemResult::setConsumedCapacity);

    static final Figures<TransactGetItemsRequest, TransactGetItemsResult> TRANSACT_GET_ITEMS = new Figures<>(
            TransactGetItemsRequest::getReturnConsumedCapacity,
            TransactGetItemsRequest::setReturnConsumedCapacity,
            TransactGetItemsResult::getConsumedCapacity,
            TransactGetItemsResult::setConsumedCapacity);

    static final Figures<TransactWriteItemsRequest, TransactWriteItemsResult> TRANSACT_WRITE_ITEMS = new Figures<>(
            TransactWriteItemsRequest::getReturnConsumedCapacity,
            TransactWriteItemsRequest::setReturnConsumedCapacity,
            TransactWriteItemsResult::getConsumedCapacity,
            TransactWriteItemsResult::setConsumedCapacity);

    private OperationFigures() {}
}
