package com.anycompany.capacitydb.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.capacitydb.TestEngine;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries of a global index whose key has several sort key attributes. */
class MultiAttributeKeyTests {

    private final TestEngine engine = new TestEngine();

    @BeforeEach
    void createTable() {
        engine.answer("CreateTable", """
                {'TableName':'Tab','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':[
                {'AttributeName':'p','AttributeType':'S'},{'AttributeName':'h','AttributeType':'S'},
                {'AttributeName':'a','AttributeType':'S'},{'AttributeName':'b','AttributeType':'N'}],
                'KeySchema':[{'AttributeName':'p','KeyType':'HASH'}],
                'GlobalSecondaryIndexes':[{'IndexName':'ByAll','Projection':{'ProjectionType':'ALL'},'KeySchema':[
                {'AttributeName':'h','KeyType':'HASH'},{'AttributeName':'a','KeyType':'RANGE'},
                {'AttributeName':'b','KeyType':'RANGE'}]}]}""");
        put("1", "x", 2);
        put("2", "x", 10);
        put("3", "w", 5);
    }

    private void put(String p, String a, int b) {
        engine.answer(
                "PutItem",
                "{'TableName':'Tab','Item':{'p':{'S':'%s'},'h':{'S':'h'},'a':{'S':'%s'},'b':{'N':'%d'}}}"
                        .formatted(p, a, b));
    }

    private String query(String condition, String values) {
        String request = "{'TableName':'Tab','IndexName':'ByAll','KeyConditionExpression':'" + condition
                + "','ExpressionAttributeValues':{':h':{'S':'h'}" + values + "}}";
        String error = engine.error("Query", request);
        return error.isEmpty()
                ? engine.call("Query", request).objects("Items").stream()
                        .map(item -> item.objectOrEmpty("p").text("S"))
                        .collect(Collectors.joining(" "))
                : error;
    }

    @Test
    void items_areSortedByOneAttributeAfterTheOther() {
        assertThat(query("h = :h", "")).isEqualTo("3 1 2");
        assertThat(query("b > :b AND h = :h AND a = :a", ",':a':{'S':'x'},':b':{'N':'2'}"))
                .isEqualTo("2");
    }

    @Test
    void gapInTheConditions_isNamed() {
        assertThat(query("h = :h AND b = :b", ",':b':{'N':'2'}"))
                .isEqualTo("ValidationException: RANGE key attributes a must have equality conditions specified in the "
                        + "query because a condition is present on key attribute b");
        assertThat(query("h = :h AND a > :a AND b = :b", ",':a':{'S':'w'},':b':{'N':'2'}"))
                .contains("RANGE key attributes a must have equality conditions");
    }

    @Test
    void statements_cannotReadIt() {
        assertThat(engine.error("ExecuteStatement", "{'Statement':'SELECT * FROM Tab.ByAll'}"))
                .contains("multi-attribute HASH keys or multi-attribute RANGE keys");
    }
}
