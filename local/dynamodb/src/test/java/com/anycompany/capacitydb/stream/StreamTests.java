package com.anycompany.capacitydb.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.capacitydb.TestClock;
import com.anycompany.capacitydb.TestEngine;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.store.Database;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamTests {

    private final TestClock clock = new TestClock();
    private final TestEngine engine = new TestEngine(Database.inMemory(), clock);
    private String arn = "";

    @BeforeEach
    void createTable() {
        JsonObject created = engine.call(
                "CreateTable",
                "{'TableName':'Things','KeySchema':[{'AttributeName':'id','KeyType':'HASH'}],"
                        + "'AttributeDefinitions':[{'AttributeName':'id','AttributeType':'S'}],"
                        + "'BillingMode':'PAY_PER_REQUEST','StreamSpecification':{'StreamEnabled':true,"
                        + "'StreamViewType':'NEW_AND_OLD_IMAGES'}}");
        arn = created.objectOrEmpty("TableDescription").text("LatestStreamArn");
    }

    @Test
    void changesAreRecorded_inOrder_withTheirImages() {
        put("a", 1);
        put("a", 2);
        put("a", 2);
        engine.answer("DeleteItem", "{'TableName':'Things','Key':{'id':{'S':'a'}}}");

        List<JsonObject> records = records(iterator("TRIM_HORIZON")).objects("Records");

        assertThat(records).extracting(r -> r.text("eventName")).containsExactly("INSERT", "MODIFY", "REMOVE");
        JsonObject modified = records.get(1).objectOrEmpty("dynamodb");
        assertThat(modified.objectOrEmpty("OldImage").objectOrEmpty("n").text("N"))
                .isEqualTo("1");
        assertThat(modified.objectOrEmpty("NewImage").objectOrEmpty("n").text("N"))
                .isEqualTo("2");
        assertThat(modified.objectOrEmpty("Keys").objectOrEmpty("id").text("S")).isEqualTo("a");
        assertThat(records.get(2).objectOrEmpty("dynamodb").has("NewImage")).isFalse();
    }

    @Test
    void latest_beginsBehindWhatThereIs_andNextIteratorGoesOn() {
        put("a", 1);
        String iterator = iterator("LATEST");
        put("b", 1);

        JsonObject first = records(iterator);
        assertThat(first.objects("Records")).hasSize(1);
        put("c", 1);
        assertThat(records(first.text("NextShardIterator")).objects("Records")).hasSize(1);
    }

    @Test
    void disabledStream_ends_andTheNextOneHasAnotherArn() {
        put("a", 1);
        engine.answer("UpdateTable", "{'TableName':'Things','StreamSpecification':{'StreamEnabled':false}}");
        put("b", 1);

        JsonObject all = records(iterator("TRIM_HORIZON"));
        assertThat(all.objects("Records")).hasSize(1);
        assertThat(all.has("NextShardIterator")).isFalse();
        clock.pass(Duration.ofSeconds(1));
        String next = engine.call(
                        "UpdateTable",
                        "{'TableName':'Things','StreamSpecification':{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}}")
                .objectOrEmpty("TableDescription")
                .text("LatestStreamArn");
        assertThat(next).isNotEqualTo(arn);
        assertThat(engine.call("ListStreams", "{'TableName':'Things'}").objects("Streams"))
                .extracting(s -> s.text("StreamArn"))
                .contains(arn, next);
    }

    @Test
    void iteratorsExpire() {
        String iterator = iterator("TRIM_HORIZON");
        clock.pass(Duration.ofMinutes(16));

        assertThat(engine.error("GetRecords", "{'ShardIterator':'" + iterator + "'}"))
                .startsWith("ExpiredIteratorException: ");
    }

    private void put(String id, int n) {
        engine.answer("PutItem", "{'TableName':'Things','Item':{'id':{'S':'" + id + "'},'n':{'N':'" + n + "'}}}");
    }

    private String iterator(String type) {
        String shard = engine.call("DescribeStream", "{'StreamArn':'" + arn + "'}")
                .objectOrEmpty("StreamDescription")
                .objects("Shards")
                .get(0)
                .text("ShardId");
        return engine.call(
                        "GetShardIterator",
                        "{'StreamArn':'" + arn + "','ShardId':'" + shard + "','ShardIteratorType':'" + type + "'}")
                .text("ShardIterator");
    }

    private JsonObject records(String iterator) {
        return engine.call("GetRecords", "{'ShardIterator':'" + iterator + "'}");
    }
}
