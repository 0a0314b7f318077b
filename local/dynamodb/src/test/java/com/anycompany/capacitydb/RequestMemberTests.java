package com.anycompany.capacitydb;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.operation.Operation;
import com.anycompany.capacitydb.operation.Operations;
import com.anycompany.capacitydb.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Nothing of a request is silently ignored: each member that the SDK's model of the API knows is asked for by its operation, as the
 * requests among the resources show, or is refused with an error that names it.
 */
class RequestMemberTests {

    /** Members that have nothing to do, and why. */
    private static final Map<String, String> WITHOUT_EFFECT = Map.of(
            "ListGlobalTables.ExclusiveStartGlobalTableName", "there are no global tables",
            "ListGlobalTables.Limit", "there are no global tables",
            "ListGlobalTables.RegionName", "there are no global tables",
            "PutResourcePolicy.ConfirmRemoveSelfResourceAccess", "a policy takes nobody's access",
            "DescribeStream.Limit", "there is one shard",
            "DescribeStream.ShardFilter.Type", "there is one kind of filter",
            "DescribeStream.ShardFilter.ShardId", "no shard has children");

    private record Sample(String operation, String text) {

        /** The request, in which words in braces stand for what the engine has made. */
        private JsonObject request(Map<String, String> made) {
            String request = text;
            for (Map.Entry<String, String> each : made.entrySet()) {
                request = request.replace("{" + each.getKey() + "}", each.getValue());
            }
            return TestEngine.json(request);
        }
    }

    private final Map<String, String> made = new LinkedHashMap<>();

    private final Operations operations =
            new Engine(Database.inMemory(), Clock.systemUTC(), () -> "127.0.0.1:8000").operations();

    @TestFactory
    Stream<DynamicTest> everyMember_isAskedFor_orRefused() throws IOException {
        List<Sample> samples = samples();
        Map<String, RequestRecorder> recorders = new LinkedHashMap<>();
        for (Sample sample : samples) {
            RequestRecorder recorder = recorders.computeIfAbsent(sample.operation(), name -> new RequestRecorder());
            findMade();
            JsonObject request = sample.request(made);
            perform(operations.get(sample.operation()), recorder.recording(request, model(sample.operation())));
        }
        return new TreeSet<>(operations.names())
                .stream()
                        .map(name -> DynamicTest.dynamicTest(name, () -> {
                            Set<String> ignored = new TreeSet<>(RequestRecorder.members(model(name)));
                            if (recorders.containsKey(name)) {
                                ignored.removeAll(recorders.get(name).read());
                            }
                            ignored.removeIf(member -> WITHOUT_EFFECT.containsKey(name + "." + member));
                            ignored.removeIf(member -> isRefused(name, member, samples));
                            assertThat(ignored).isEmpty();
                        }));
    }

    @Test
    void operationThatIsNotThere_isNamedInTheError() {
        try (CapacityDb capacityDb = CapacityDb.startInMemory(Clock.systemUTC());
                DynamoDbClient client = Tables.client(capacityDb)) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> client.createBackup(b -> b.tableName("Things").backupName("first")))
                    .hasMessageContaining("CreateBackup is not supported by CapacityDB");
        }
    }

    /** Finds the stream, its shard and an iterator as soon as there are any. */
    private void findMade() {
        List<JsonObject> streams = call("ListStreams", "{}").objects("Streams");
        if (!streams.isEmpty() && !made.containsKey("iterator")) {
            String stream = streams.get(0).text("StreamArn");
            String shard = call("DescribeStream", "{'StreamArn':'" + stream + "'}")
                    .objectOrEmpty("StreamDescription")
                    .objects("Shards")
                    .get(0)
                    .text("ShardId");
            made.put("stream", stream);
            made.put("shard", shard);
            made.put(
                    "iterator",
                    call(
                                    "GetShardIterator",
                                    "{'StreamArn':'" + stream + "','ShardId':'" + shard
                                            + "','ShardIteratorType':'LATEST'}")
                            .text("ShardIterator"));
        }
    }

    private JsonObject call(String operation, String request) {
        byte[] answer = operations
                .perform(operation, TestEngine.json(request.replace('\'', '"')))
                .toBytes();
        return TestEngine.json(new String(answer, StandardCharsets.UTF_8));
    }

    /** Errors are answers, too: a member was asked for all the same. */
    private static void perform(Operation operation, JsonObject request) {
        try {
            operation.perform(request).toBytes();
        } catch (ServiceException e) {
            assertThat(e.message()).isNotEmpty();
        }
    }

    /** A member inside one that is refused doesn't matter. */
    private boolean isRefused(String operation, String member, List<Sample> samples) {
        String outermost = member.replaceFirst("\\..*", "");
        JsonObject valid = samples.stream()
                .filter(sample -> sample.operation().equals(operation))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no request of " + operation))
                .request(made);
        Map<String, Json> members = new LinkedHashMap<>(valid.members());
        members.put(outermost, JsonObject.EMPTY);
        try {
            operations.perform(operation, new JsonObject(members));
            return false;
        } catch (ServiceException e) {
            return e.message().contains(outermost + " is not supported by CapacityDB");
        }
    }

    private static SdkPojo model(String operation) {
        for (String service : List.of("dynamodb.model.", "dynamodb.streams.model.")) {
            try {
                Class<?> request = Class.forName("software.amazon.awssdk.services." + service + operation + "Request");
                Object builder = request.getMethod("builder").invoke(null);
                return (SdkPojo) builder;
            } catch (ClassNotFoundException e) {
                // The other service has it.
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(operation, e);
            }
        }
        throw new IllegalArgumentException("the SDK has no operation " + operation);
    }

    /** Each line has an operation and a request. */
    private static List<Sample> samples() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RequestMemberTests.class.getResourceAsStream("request-members.txt"))) {
            List<Sample> samples = new ArrayList<>();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int space = line.indexOf(' ');
                        samples.add(new Sample(line.substring(0, space), line.substring(space + 1)));
                    });
            return samples;
        }
    }
}
