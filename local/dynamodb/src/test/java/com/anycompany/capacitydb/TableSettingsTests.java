package com.anycompany.capacitydb;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CreateTable and UpdateTable are told is described, enforced where it has an effect here, and kept. */
class TableSettingsTests {

    private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/Things";

    private final TestClock clock = new TestClock();
    private TestEngine engine = new TestEngine(Database.inMemory(), clock);

    private void create(String settings) {
        engine.answer("CreateTable", """
            {'TableName':'Things','BillingMode':'PAY_PER_REQUEST',%s
            'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'}],
            'KeySchema':[{'AttributeName':'p','KeyType':'HASH'}]}\
            """.formatted(settings));
    }

    private JsonObject table() {
        return engine.call("DescribeTable", "{'TableName':'Things'}").objectOrEmpty("Table");
    }

    private String update(String change) {
        return engine.error("UpdateTable", "{'TableName':'Things'," + change + "}");
    }

    private String put(String key) {
        return engine.error("PutItem", "{'TableName':'Things','Item':{'p':{'S':'" + key + "'}}}");
    }

    @Test
    void encryption_isDescribed_andCanBeGivenUp() {
        create("'SSESpecification':{'Enabled':true},");
        JsonObject described = table().objectOrEmpty("SSEDescription");
        assertThat(described.text("Status")).isEqualTo("ENABLED");
        assertThat(described.text("SSEType")).isEqualTo("KMS");
        assertThat(described.text("KMSMasterKeyArn")).startsWith("arn:aws:kms:us-east-1:000000000000:key/");

        assertThat(update("'SSESpecification':{'Enabled':false}")).isEmpty();
        assertThat(table().names()).doesNotContain("SSEDescription");
    }

    @Test
    void protectedTable_isNotDeleted() {
        create("'DeletionProtectionEnabled':true,");
        assertThat(engine.error("DeleteTable", "{'TableName':'Things'}")).contains("protected against deletion");

        assertThat(update("'DeletionProtectionEnabled':false")).isEmpty();
        assertThat(engine.error("DeleteTable", "{'TableName':'Things'}")).isEmpty();
    }

    @Test
    void onDemandMaximum_isEnforced_withoutBurst() {
        create("'OnDemandThroughput':{'MaxWriteRequestUnits':2},");
        clock.pass(Duration.ofHours(1));
        assertThat(put("a")).isEmpty();
        assertThat(put("b")).isEmpty();
        assertThat(put("c"))
                .isEqualTo("ThrottlingException: Throughput exceeds the maximum OnDemandThroughput configured on table "
                        + "or index");

        clock.pass(Duration.ofSeconds(1));
        assertThat(put("c")).isEmpty();
    }

    @Test
    void readsWithoutMaximum_areNotRefused() {
        create("'OnDemandThroughput':{'MaxWriteRequestUnits':1},");
        for (int i = 0; i < 1000; i++) {
            engine.answer("GetItem", "{'TableName':'Things','Key':{'p':{'S':'a'}}}");
        }
        assertThat(table().objectOrEmpty("OnDemandThroughput").names()).containsExactly("MaxWriteRequestUnits");
    }

    @Test
    void onDemandMaximum_isChangedByMember_andCleared() {
        create("'OnDemandThroughput':{'MaxReadRequestUnits':10,'MaxWriteRequestUnits':5},");
        assertThat(update("'OnDemandThroughput':{'MaxReadRequestUnits':20}")).isEmpty();
        assertThat(table().objectOrEmpty("OnDemandThroughput").number("MaxReadRequestUnits"))
                .isEqualTo(20);
        assertThat(table().objectOrEmpty("OnDemandThroughput").number("MaxWriteRequestUnits"))
                .isEqualTo(5);

        assertThat(update("'OnDemandThroughput':{'MaxReadRequestUnits':-1,'MaxWriteRequestUnits':-1}"))
                .isEmpty();
        assertThat(table().names()).doesNotContain("OnDemandThroughput");
        for (int i = 0; i < 100; i++) {
            assertThat(put("k" + i)).isEmpty();
        }
    }

    @Test
    void warmThroughput_followsTheHighestCapacity_andNeverFalls() {
        create("");
        assertThat(table().objectOrEmpty("WarmThroughput").number("ReadUnitsPerSecond"))
                .isEqualTo(12_000);
        assertThat(update("'WarmThroughput':{'ReadUnitsPerSecond':13000}")).isEmpty();
        assertThat(update("'BillingMode':'PROVISIONED',"
                        + "'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':4500}"))
                .isEmpty();

        JsonObject warm = table().objectOrEmpty("WarmThroughput");
        assertThat(warm.number("ReadUnitsPerSecond")).isEqualTo(13_000);
        assertThat(warm.number("WriteUnitsPerSecond")).isEqualTo(4_500);
        assertThat(warm.text("Status")).isEqualTo("ACTIVE");
    }

    @Test
    void recoveryAndInsights_areSettings() {
        create("");
        assertThat(engine.answer("DescribeContinuousBackups", "{'TableName':'Things'}"))
                .contains("DISABLED");
        engine.answer(
                "UpdateContinuousBackups",
                "{'TableName':'Things','PointInTimeRecoverySpecification':" + "{'PointInTimeRecoveryEnabled':true}}");
        assertThat(engine.answer("DescribeContinuousBackups", "{'TableName':'Things'}"))
                .contains("\"PointInTimeRecoveryStatus\":\"ENABLED\",\"RecoveryPeriodInDays\":35");

        assertThat(engine.answer("DescribeContributorInsights", "{'TableName':'Things'}"))
                .contains("DISABLED");
        engine.answer("UpdateContributorInsights", "{'TableName':'Things','ContributorInsightsAction':'ENABLE'}");
        assertThat(engine.call("ListContributorInsights", "{}").objects("ContributorInsightsSummaries"))
                .singleElement()
                .satisfies(summary -> assertThat(summary.text("TableName")).isEqualTo("Things"));
    }

    @Test
    void resourcePolicy_isReplacedOnlyInItsExpectedRevision() {
        create("");
        String resource = "{'ResourceArn':'" + ARN + "'";
        JsonObject first = put(resource, "");
        assertThat(engine.error("PutResourcePolicy", policy(resource, ",'ExpectedRevisionId':'NO_POLICY'")))
                .startsWith("PolicyNotFoundException")
                .contains(first.text("RevisionId"));
        JsonObject second = put(resource, ",'ExpectedRevisionId':'" + first.text("RevisionId") + "'");

        assertThat(engine.call("GetResourcePolicy", resource + "}").text("RevisionId"))
                .isEqualTo(second.text("RevisionId"));
        engine.answer("DeleteResourcePolicy", resource + "}");
        assertThat(engine.error("GetResourcePolicy", resource + "}")).startsWith("PolicyNotFoundException");
    }

    private JsonObject put(String resource, String revision) {
        return engine.call("PutResourcePolicy", policy(resource, revision));
    }

    private static String policy(String resource, String revision) {
        return resource + ",'Policy':'{\\'Statement\\':[{}]}'" + revision + "}";
    }

    @Test
    void settings_surviveARestart(@TempDir Path folder) {
        List<String> reports = new ArrayList<>();
        JsonObject before;
        try (Database database = Database.open(folder, reports::add)) {
            engine = new TestEngine(database, clock);
            create("'OnDemandThroughput':{'MaxReadRequestUnits':7},'SSESpecification':{'Enabled':true},"
                    + "'TableClass':'STANDARD_INFREQUENT_ACCESS','WarmThroughput':{'ReadUnitsPerSecond':15000},"
                    + "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_IMAGE'},"
                    + "'Tags':[{'Key':'a','Value':'b'}],");
            engine.answer("UpdateContributorInsights", "{'TableName':'Things','ContributorInsightsAction':'ENABLE'}");
            before = table();
        }
        try (Database database = Database.open(folder, reports::add)) {
            engine = new TestEngine(database, clock);
            assertThat(table()).isEqualTo(before);
            assertThat(engine.answer("DescribeContributorInsights", "{'TableName':'Things'}"))
                    .contains("\"ContributorInsightsStatus\":\"ENABLED\"");
        }
        assertThat(reports).isEmpty();
        assertThat(before.get("OnDemandThroughput")).isInstanceOf(Json.class);
    }

    @Test
    void throttledCall_saysOfWhatThereWasTooLittle() {
        create("'OnDemandThroughput':{'MaxWriteRequestUnits':1},");
        put("a");
        assertThat(engine.body("PutItem", "{'TableName':'Things','Item':{'p':{'S':'b'}}}"))
                .contains(
                        "\"ThrottlingReasons\":[{\"reason\":\"TableWriteMaxOnDemandThroughputExceeded\",\"resource\":\""
                                + ARN + "\"}]");
    }
}
