package com.anycompany.capacitydb.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.capacitydb.TestEngine;
import com.anycompany.capacitydb.cases.CaseTable.Case;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of AWS's developer guide and API reference that stand in the tables among the resources. */
class CaseTableTests {

    /** What PutItem and UpdateItem write before their errors. */
    private static final String ONE_ERROR = "^1 validation error detected: ";

    /** What an expected value of null is read as. */
    private static final Json REMOVED = new Json.Bool(false);

    @TestFactory
    Stream<DynamicTest> values() throws IOException {
        TestEngine engine = new TestEngine();
        createTable(engine, "id");
        return CaseTable.tests("values.txt", 3, row -> {
            JsonObject put = TestEngine.json(
                    "{\"TableName\":\"Tab\",\"Item\":{\"id\":{\"S\":\"1\"},\"v\":" + row.column(1) + "}}");
            String found = errorOr(engine, "PutItem", put, answer -> row.expected());
            assertThat(found.replaceFirst(ONE_ERROR, "")).isEqualTo(row.expected());
            if (row.expected().startsWith("{")) {
                assertThat(engine.call("GetItem", "{'TableName':'Tab','Key':{'id':{'S':'1'}}}")
                                .objectOrEmpty("Item")
                                .get("v"))
                        .isEqualTo(TestEngine.json(row.expected()));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> conditions() throws IOException {
        TestEngine engine = new TestEngine();
        createTable(engine, "id");
        engine.answer("PutItem", """
                {'TableName':'Tab','Item':{'id':{'S':'1'},'a':{'N':'5'},'b':{'S':'hello'},'c':{'SS':['red','green']},
                'd':{'L':[{'N':'1'},{'S':'x'},{'NULL':true}]},
                'e':{'M':{'f':{'N':'7'},'g':{'M':{'h':{'S':'deep'}}}}},'t':{'BOOL':true},'z':{'NULL':true},
                'bin':{'B':'AQID'},'ns':{'NS':['1','2']},'neg':{'N':'-3.5'},'blank':{'S':''}}}""");
        return CaseTable.tests("conditions.txt", 4, row -> {
            JsonObject scan = TestEngine.json(
                    "{\"TableName\":\"Tab\",\"FilterExpression\":" + quoted(row.column(1)) + placeholders(row) + "}");
            String found = errorOr(
                    engine,
                    "Scan",
                    scan,
                    answer -> Boolean.toString(answer.objects("Items").size() == 1));
            assertThat(found.replaceFirst("^Invalid FilterExpression: ", "")).isEqualTo(row.expected());
        });
    }

    @TestFactory
    Stream<DynamicTest> updates() throws IOException {
        return CaseTable.tests("updates.txt", 4, row -> {
            TestEngine engine = new TestEngine();
            createTable(engine, "id");
            engine.answer("PutItem", """
                    {'TableName':'Tab','Item':{'id':{'S':'1'},'n':{'N':'5'},'s':{'S':'text'},'ss':{'SS':['a','b']},
                    'ns':{'NS':['1','2']},'l':{'L':[{'N':'1'},{'N':'2'},{'N':'3'}]},
                    'm':{'M':{'x':{'N':'1'},'y':{'M':{'z':{'N':'2'}}}}},'t':{'BOOL':true}}}""");
            JsonObject update = TestEngine.json("{\"TableName\":\"Tab\",\"Key\":{\"id\":{\"S\":\"1\"}},"
                    + "\"UpdateExpression\":" + quoted(row.column(1)) + placeholders(row) + "}");
            String found = errorOr(engine, "UpdateItem", update, answer -> row.expected());
            assertThat(found.replaceFirst(ONE_ERROR, "")).isEqualTo(row.expected());
            if (row.expected().startsWith("{")) {
                JsonObject item = engine.call("GetItem", "{'TableName':'Tab','Key':{'id':{'S':'1'}}}")
                        .objectOrEmpty("Item");
                expectedAttributes(row).members().forEach((name, value) -> {
                    if (value.equals(REMOVED)) {
                        assertThat(item.names()).doesNotContain(name);
                    } else {
                        assertThat(item.get(name)).isEqualTo(value);
                    }
                });
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> queries() throws IOException {
        TestEngine engine = new TestEngine();
        createIndexedTable(engine);
        List.of("1 one", "2 two", "3 three", "10 ten", "-5 minus")
                .forEach(item -> engine.answer(
                        "PutItem",
                        "{'TableName':'Ran','Item':{'p':{'S':'a'},'s':{'N':'%s'},'t':{'S':'%s'}}}"
                                .formatted((Object[]) item.split(" "))));
        return CaseTable.tests("queries.txt", 3, row -> {
            String parameters = row.column(1).isEmpty() ? "" : "," + row.column(1);
            JsonObject query = TestEngine.json("{\"TableName\":\"Ran\"" + parameters + "}");
            assertThat(errorOr(
                            engine,
                            "Query",
                            query,
                            answer -> answer.objects("Items").stream()
                                    .map(item -> item.objectOrEmpty("s").text("N"))
                                    .collect(Collectors.joining(" "))))
                    .isEqualTo(row.expected());
        });
    }

    @TestFactory
    Stream<DynamicTest> statements() throws IOException {
        return CaseTable.tests("partiql.txt", 3, row -> {
            TestEngine engine = new TestEngine();
            engine.answer("CreateTable", """
                    {'TableName':'Tab','BillingMode':'PAY_PER_REQUEST',
                    'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'},
                    {'AttributeName':'s','AttributeType':'N'}],
                    'KeySchema':[{'AttributeName':'p','KeyType':'HASH'},{'AttributeName':'s','KeyType':'RANGE'}]}""");
            for (int sort = 1; sort <= 3; sort++) {
                engine.answer("PutItem", """
                        {'TableName':'Tab','Item':{'p':{'S':'a'},'s':{'N':'%d'},'n':{'N':'%d0'},
                        'm':{'M':{'x':{'N':'1'}}}}}""".formatted(sort, sort));
            }
            JsonObject request = TestEngine.json("{\"Statement\":" + quoted(row.column(1)) + "}");
            if (row.expected().startsWith("[")) {
                JsonObject answer = TestEngine.json(engine.answer("ExecuteStatement", request));
                assertThat(answer.objects("Items"))
                        .isEqualTo(TestEngine.json("{\"Items\":" + row.expected() + "}")
                                .objects("Items"));
            } else {
                assertThat(errorOr(engine, "ExecuteStatement", request, answer -> ""))
                        .isEqualTo(row.expected());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> requests() throws IOException {
        return CaseTable.tests("requests.txt", 4, row -> {
            TestEngine engine = new TestEngine();
            createTable(engine, "p");
            createIndexedTable(engine);
            assertThat(errorOr(engine, row.column(1), TestEngine.json(row.column(2)), answer -> ""))
                    .isEqualTo(row.expected());
        });
    }

    private static JsonObject expectedAttributes(Case row) {
        return TestEngine.json(row.expected().replace(":null", ":false"));
    }

    private static void createTable(TestEngine engine, String key) {
        engine.answer("CreateTable", """
                {'TableName':'Tab','BillingMode':'PAY_PER_REQUEST',
                'AttributeDefinitions':[{'AttributeName':'%s','AttributeType':'S'}],
                'KeySchema':[{'AttributeName':'%s','KeyType':'HASH'}]}""".formatted(key, key));
    }

    private static void createIndexedTable(TestEngine engine) {
        engine.answer("CreateTable", """
                {'TableName':'Ran','BillingMode':'PAY_PER_REQUEST',
                'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'},
                {'AttributeName':'s','AttributeType':'N'},{'AttributeName':'t','AttributeType':'S'}],
                'KeySchema':[{'AttributeName':'p','KeyType':'HASH'},{'AttributeName':'s','KeyType':'RANGE'}],
                'GlobalSecondaryIndexes':[{'IndexName':'ByText','Projection':{'ProjectionType':'KEYS_ONLY'},
                'KeySchema':[{'AttributeName':'t','KeyType':'HASH'}]}]}""");
    }

    /** The error of an operation as the tables write it; if there is none, what's found in its answer. */
    private static String errorOr(
            TestEngine engine, String operation, JsonObject request, Function<JsonObject, String> found) {
        try {
            String answer = engine.answer(operation, request);
            return found.apply(answer.isEmpty() ? JsonObject.EMPTY : TestEngine.json(answer));
        } catch (ServiceException e) {
            String type = e.code().simpleName();
            return (type.equals("ValidationException") ? "" : type + ": ") + e.message();
        }
    }

    private static String placeholders(Case row) {
        return row.column(2).isEmpty() ? "" : ",\"ExpressionAttributeValues\":" + row.column(2);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
