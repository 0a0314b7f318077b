package com.anycompany.capacitydb;

import com.anycompany.capacitydb.capacity.Capacity;
import com.anycompany.capacitydb.expression.Expressions;
import com.anycompany.capacitydb.item.Expiry;
import com.anycompany.capacitydb.item.ItemReader;
import com.anycompany.capacitydb.item.ItemWriter;
import com.anycompany.capacitydb.operation.BatchGetItem;
import com.anycompany.capacitydb.operation.BatchWriteItem;
import com.anycompany.capacitydb.operation.ContinuousBackupsOperation;
import com.anycompany.capacitydb.operation.ContributorInsightsOperation;
import com.anycompany.capacitydb.operation.CreateTable;
import com.anycompany.capacitydb.operation.DeleteItem;
import com.anycompany.capacitydb.operation.DeleteTable;
import com.anycompany.capacitydb.operation.DescribeEndpoints;
import com.anycompany.capacitydb.operation.DescribeLimits;
import com.anycompany.capacitydb.operation.DescribeTable;
import com.anycompany.capacitydb.operation.DescribeTimeToLive;
import com.anycompany.capacitydb.operation.GetItem;
import com.anycompany.capacitydb.operation.ListGlobalTables;
import com.anycompany.capacitydb.operation.ListTables;
import com.anycompany.capacitydb.operation.Operation;
import com.anycompany.capacitydb.operation.Operations;
import com.anycompany.capacitydb.operation.PutItem;
import com.anycompany.capacitydb.operation.Query;
import com.anycompany.capacitydb.operation.ResourcePolicyOperation;
import com.anycompany.capacitydb.operation.Scan;
import com.anycompany.capacitydb.operation.TagOperation;
import com.anycompany.capacitydb.operation.UpdateItem;
import com.anycompany.capacitydb.operation.UpdateTable;
import com.anycompany.capacitydb.operation.UpdateTimeToLive;
import com.anycompany.capacitydb.partiql.BatchExecuteStatement;
import com.anycompany.capacitydb.partiql.ExecuteStatement;
import com.anycompany.capacitydb.partiql.ExecuteTransaction;
import com.anycompany.capacitydb.partiql.Statements;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.stream.StreamOperation;
import com.anycompany.capacitydb.stream.Streams;
import com.anycompany.capacitydb.transaction.IdempotencyTokens;
import com.anycompany.capacitydb.transaction.ReadTransaction;
import com.anycompany.capacitydb.transaction.TransactGetItems;
import com.anycompany.capacitydb.transaction.TransactWriteItems;
import com.anycompany.capacitydb.transaction.WriteTransaction;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Composition root: the database with all operations on it. */
final class Engine {

    private final Operations operations;
    private final Expiry expiry;

    /**
     * Wires the operations.
     *
     * @param address tells host and port of the server
     */
    Engine(Database database, Clock clock, Supplier<String> address) {
        Capacity capacity = new Capacity(clock);
        Expressions expressions = new Expressions();
        ItemReader reader = new ItemReader(database, capacity);
        ItemWriter writer = new ItemWriter(database, capacity);
        WriteTransaction writes = new WriteTransaction(database, capacity);
        ReadTransaction reads = new ReadTransaction(database, capacity);
        Streams streams = new Streams(database, clock);
        database.onChange(streams);
        Statements statements = new Statements(database, reader, writer);
        List<Operation> all = List.of(
                new CreateTable(database, capacity, clock),
                new DescribeTable(database),
                new ListTables(database),
                new UpdateTable(database, capacity, clock),
                new DeleteTable(database, capacity),
                new GetItem(expressions, reader),
                new PutItem(expressions, writer),
                new UpdateItem(expressions, writer),
                new DeleteItem(expressions, writer),
                new Query(expressions, reader),
                new Scan(expressions, reader),
                new BatchGetItem(database, capacity, expressions),
                new BatchWriteItem(database, capacity),
                new TransactGetItems(expressions, reads),
                new TransactWriteItems(expressions, writes, new IdempotencyTokens<>(clock)),
                new ExecuteStatement(statements),
                new BatchExecuteStatement(statements),
                new ExecuteTransaction(statements, reads, writes, new IdempotencyTokens<>(clock)),
                new UpdateTimeToLive(database),
                new DescribeTimeToLive(database),
                new TagOperation.TagResource(database),
                new TagOperation.UntagResource(database),
                new TagOperation.ListTagsOfResource(database),
                new ContinuousBackupsOperation.DescribeContinuousBackups(database),
                new ContinuousBackupsOperation.UpdateContinuousBackups(database, clock),
                new ContributorInsightsOperation.DescribeContributorInsights(database),
                new ContributorInsightsOperation.UpdateContributorInsights(database),
                new ContributorInsightsOperation.ListContributorInsights(database),
                new ResourcePolicyOperation.GetResourcePolicy(database),
                new ResourcePolicyOperation.PutResourcePolicy(database),
                new ResourcePolicyOperation.DeleteResourcePolicy(database),
                new ListGlobalTables(),
                new StreamOperation.ListStreams(streams),
                new StreamOperation.DescribeStream(streams),
                new StreamOperation.GetShardIterator(streams, clock),
                new StreamOperation.GetRecords(streams, clock),
                new DescribeLimits(),
                new DescribeEndpoints(address));
        this.operations = new Operations(all);
        this.expiry = new Expiry(database, clock);
    }

    Operations operations() {
        return operations;
    }

    Expiry expiry() {
        return expiry;
    }
}
