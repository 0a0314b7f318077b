package com.anycompany.capacitydb.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.capacitydb.TestEngine;
import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.property.Model.Key;
import com.anycompany.capacitydb.store.Database;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random writes, conditions, updates, transactions, reads and deaths of the process, compared with a simple model. A failure tells
 * its seed; {@code -Dcapacitydb.seed=…} repeats it, {@code -Dcapacitydb.steps=…} makes the run longer.
 */
class ModelTests {

    private static final Pattern VALUE = Pattern.compile(":[a-z0-9]+");

    private final long seed = Long.getLong("capacitydb.seed", System.nanoTime());
    private final Randomness random = new Randomness(seed);
    private final Model model = new Model();

    @TempDir
    private Path folder;

    private int deaths;
    private Path data;
    private Database database;
    private TestEngine engine;

    @Test
    void engineDoesWhatTheModelDoes() throws IOException {
        data = folder.resolve("0");
        open();
        engine.answer("CreateTable", createTable());
        try {
            int steps = Integer.getInteger("capacitydb.steps", 1500);
            for (int step = 0; step < steps; step++) {
                step();
            }
            checkAll();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-Dcapacitydb.seed=" + seed, e);
        } finally {
            database.close();
        }
    }

    private void step() throws IOException {
        switch (random.below(12)) {
            case 0, 1, 2 -> put();
            case 3, 4, 5 -> update();
            case 6 -> delete();
            case 7 -> transact();
            case 8 -> query();
            case 9 -> queryIndex();
            case 10 -> get();
            default -> {
                if (random.chance(0.1)) {
                    die();
                } else if (random.chance(0.1)) {
                    checkAll();
                }
            }
        }
    }

    private static String createTable() {
        return "{'TableName':'Things','BillingMode':'PAY_PER_REQUEST','KeySchema':["
                + "{'AttributeName':'p','KeyType':'HASH'},{'AttributeName':'s','KeyType':'RANGE'}],"
                + "'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'},"
                + "{'AttributeName':'s','AttributeType':'N'},{'AttributeName':'b','AttributeType':'S'},"
                + "{'AttributeName':'a','AttributeType':'N'}],'GlobalSecondaryIndexes':[{'IndexName':'ByB','KeySchema':["
                + "{'AttributeName':'b','KeyType':'HASH'},{'AttributeName':'a','KeyType':'RANGE'}],"
                + "'Projection':{'ProjectionType':'ALL'}}],'LocalSecondaryIndexes':[{'IndexName':'ByA','KeySchema':["
                + "{'AttributeName':'p','KeyType':'HASH'},{'AttributeName':'a','KeyType':'RANGE'}],"
                + "'Projection':{'ProjectionType':'KEYS_ONLY'}}]}";
    }

    private void open() {
        database = Database.open(data, report -> {});
        engine = new TestEngine(database, Clock.systemUTC());
    }

    /** What the folder has now is what a killed process would leave. */
    private void die() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("" + ++deaths));
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        database.close();
        data = copy;
        open();
        checkAll();
    }

    private Key key() {
        return new Key("p" + random.below(6), random.below(8));
    }

    private Map<String, Object> attributes() {
        Map<String, Object> attributes = new TreeMap<>();
        if (random.chance(0.7)) {
            attributes.put("a", BigDecimal.valueOf(random.below(5)));
        }
        if (random.chance(0.5)) {
            attributes.put("b", "s" + random.below(5));
        }
        if (random.chance(0.3)) {
            attributes.put("c", new TreeSet<>(Set.of("s" + random.below(5), "s" + random.below(2) + "x")));
        }
        return attributes;
    }

    private void put() {
        Key key = key();
        Map<String, Object> attributes = attributes();
        Model.Condition condition = random.chance(0.5) ? Model.condition(random, 2) : null;
        String error = engine.error(
                "PutItem",
                "{'TableName':'Things','Item':" + item(key, attributes) + expressions(condition, null) + "}");
        if (holds(condition, key)) {
            assertThat(error).isEmpty();
            model.put(key, attributes);
        } else {
            assertThat(error).startsWith("ConditionalCheckFailedException");
        }
    }

    private void update() {
        Key key = key();
        Model.Update update = Model.update(random);
        Model.Condition condition = random.chance(0.4) ? Model.condition(random, 2) : null;
        String error = engine.error(
                "UpdateItem",
                "{'TableName':'Things','Key':" + item(key, Map.of()) + expressions(condition, update) + "}");
        Map<String, Object> updated = new TreeMap<>(model.attributes(key));
        if (!holds(condition, key)) {
            assertThat(error).startsWith("ConditionalCheckFailedException");
        } else if (update.effect().apply(updated)) {
            assertThat(error).isEmpty();
            model.put(key, updated);
        } else {
            assertThat(error).startsWith("ValidationException");
        }
    }

    private void delete() {
        Key key = key();
        Model.Condition condition = random.chance(0.4) ? Model.condition(random, 1) : null;
        String error = engine.error(
                "DeleteItem",
                "{'TableName':'Things','Key':" + item(key, Map.of()) + expressions(condition, null) + "}");
        if (holds(condition, key)) {
            assertThat(error).isEmpty();
            model.items.remove(key);
        } else {
            assertThat(error).startsWith("ConditionalCheckFailedException");
        }
    }

    private void transact() {
        Set<Key> keys = new HashSet<>();
        List<String> parts = new ArrayList<>();
        List<Runnable> effects = new ArrayList<>();
        boolean holds = true;
        for (int i = 0; i < 1 + random.below(4); i++) {
            Key key = key();
            if (!keys.add(key)) {
                continue;
            }
            Model.Condition condition = random.chance(0.5) ? Model.condition(random, 1) : null;
            holds &= holds(condition, key);
            if (random.chance(0.5)) {
                Map<String, Object> attributes = attributes();
                parts.add("{'Put':{'TableName':'Things','Item':" + item(key, attributes) + expressions(condition, null)
                        + "}}");
                effects.add(() -> model.put(key, attributes));
            } else {
                parts.add("{'Delete':{'TableName':'Things','Key':" + item(key, Map.of()) + expressions(condition, null)
                        + "}}");
                effects.add(() -> model.items.remove(key));
            }
        }
        String error = engine.error("TransactWriteItems", "{'TransactItems':[" + String.join(",", parts) + "]}");
        if (holds) {
            assertThat(error).isEmpty();
            effects.forEach(Runnable::run);
        } else {
            assertThat(error).startsWith("TransactionCanceledException").contains("ConditionalCheckFailed");
        }
    }

    private void get() {
        Key key = key();
        JsonObject answer = engine.call(
                "GetItem", "{'TableName':'Things','Key':" + item(key, Map.of()) + ",'ConsistentRead':true}");
        JsonObject found = answer.object("Item");
        assertThat(found == null ? null : attributes(found)).isEqualTo(model.items.get(key));
    }

    private void query() {
        String partition = "p" + random.below(6);
        int from = random.below(8);
        boolean forward = random.chance(0.5);
        List<Key> expected = model.items.keySet().stream()
                .filter(key -> key.partition().equals(partition) && key.sort() >= from)
                .sorted(forward ? java.util.Comparator.naturalOrder() : java.util.Comparator.reverseOrder())
                .toList();
        List<Key> found = pages(
                "Query",
                "'KeyConditionExpression':'p = :p AND s >= :s','ScanIndexForward':" + forward
                        + ",'ExpressionAttributeValues':{':p':{'S':'" + partition + "'},':s':{'N':'" + from + "'}}");
        assertThat(found).isEqualTo(expected);
    }

    private void queryIndex() {
        int b = random.below(5);
        Set<Key> expected = model.items.entrySet().stream()
                .filter(item -> ("s" + b).equals(item.getValue().get("b"))
                        && item.getValue().containsKey("a"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<Key> found = pages(
                "Query",
                "'IndexName':'ByB','KeyConditionExpression':'b = :b','ExpressionAttributeValues':{':b':{'S':'s" + b
                        + "'}}");
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** All pages of a request, each of a few items. */
    private List<Key> pages(String operation, String parameters) {
        List<Key> keys = new ArrayList<>();
        String start = "";
        while (true) {
            JsonObject page = engine.call(
                    operation,
                    "{'TableName':'Things','Limit':" + (1 + random.below(4)) + "," + parameters + start + "}");
            page.objects("Items").forEach(item -> keys.add(key(item)));
            JsonObject last = page.object("LastEvaluatedKey");
            if (last == null) {
                return keys;
            }
            start = ",'ExclusiveStartKey':" + text(last);
        }
    }

    private void checkAll() {
        int total = 1 + random.below(4);
        Map<Key, Map<String, Object>> found = new TreeMap<>();
        for (int segment = 0; segment < total; segment++) {
            JsonObject page = engine.call(
                    "Scan", "{'TableName':'Things','Segment':" + segment + ",'TotalSegments':" + total + "}");
            page.objects("Items")
                    .forEach(item ->
                            assertThat(found.put(key(item), attributes(item))).isNull());
        }
        assertThat(found).isEqualTo(model.items);
        List<Key> byA = engine.call("Scan", "{'TableName':'Things','IndexName':'ByA'}").objects("Items").stream()
                .map(ModelTests::key)
                .toList();
        assertThat(byA)
                .containsExactlyInAnyOrderElementsOf(model.items.entrySet().stream()
                        .filter(item -> item.getValue().containsKey("a"))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private boolean holds(Model.Condition condition, Key key) {
        return condition == null || condition.holds().test(model.attributes(key));
    }

    private static String expressions(Model.Condition condition, Model.Update update) {
        String all = "";
        Set<String> used = new TreeSet<>();
        if (condition != null) {
            all += ",'ConditionExpression':'" + condition.text() + "'";
            addValues(condition.text(), used);
        }
        if (update != null) {
            all += ",'UpdateExpression':'" + update.text() + "'";
            addValues(update.text(), used);
        }
        return used.isEmpty()
                ? all
                : all + ",'ExpressionAttributeValues':{"
                        + used.stream().map(ModelTests::definition).collect(Collectors.joining(",")) + "}";
    }

    private static void addValues(String text, Set<String> used) {
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            used.add(value.group());
        }
    }

    private static String definition(String placeholder) {
        String rest = placeholder.substring(2);
        return "'" + placeholder + "':"
                + switch (placeholder.charAt(1)) {
                    case 'n' -> "{'N':'" + rest + "'}";
                    case 's' -> "{'S':'s" + rest + "'}";
                    case 'c' -> "{'SS':['s" + rest + "']}";
                    default -> rest.isEmpty() ? "{'L':[]}" : "{'L':[{'S':'s" + rest + "'}]}";
                };
    }

    private static String item(Key key, Map<String, Object> attributes) {
        StringBuilder json = new StringBuilder("{'p':{'S':'" + key.partition() + "'},'s':{'N':'" + key.sort() + "'}");
        attributes.forEach(
                (name, value) -> json.append(",'").append(name).append("':").append(value(value)));
        return json.append('}').toString();
    }

    private static String value(Object value) {
        if (value instanceof BigDecimal number) {
            return "{'N':'" + number + "'}";
        }
        return value instanceof String text
                ? "{'S':'" + text + "'}"
                : ((Set<?>) value)
                        .stream().map(element -> "'" + element + "'").collect(Collectors.joining(",", "{'SS':[", "]}"));
    }

    private static Key key(JsonObject item) {
        return new Key(
                item.objectOrEmpty("p").text("S"),
                Integer.parseInt(item.objectOrEmpty("s").text("N")));
    }

    private static Map<String, Object> attributes(JsonObject item) {
        Map<String, Object> attributes = new TreeMap<>();
        item.names().stream()
                .filter(name -> !name.equals("p") && !name.equals("s"))
                .forEach(name -> {
                    JsonObject value = item.objectOrEmpty(name);
                    if (value.has("N")) {
                        attributes.put(name, new BigDecimal(value.text("N")));
                    } else if (value.has("S")) {
                        attributes.put(name, value.text("S"));
                    } else if (value.has("SS")) {
                        attributes.put(name, new TreeSet<>(value.strings("SS")));
                    } else {
                        attributes.put(
                                name,
                                value.objects("L").stream()
                                        .map(element -> (Object) element.text("S"))
                                        .toList());
                    }
                });
        return attributes;
    }

    private static String text(Json json) {
        if (json instanceof JsonObject object) {
            return object.members().entrySet().stream()
                    .map(member -> "'" + member.getKey() + "':" + text(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return "'" + ((Json.Text) json).value() + "'";
    }
}
