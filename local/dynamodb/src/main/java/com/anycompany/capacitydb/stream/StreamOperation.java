package com.anycompany.capacitydb.stream;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.operation.Answer;
import com.anycompany.capacitydb.operation.Operation;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.TableName;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.shape.Whole;
import com.anycompany.capacitydb.table.KeyAttribute;
import com.anycompany.capacitydb.table.TableDefinition;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;

/** The operations of DynamoDB Streams. */
public abstract sealed class StreamOperation implements Operation {

    private static final String ARN = "StreamArn";

    private final Streams streams;

    private StreamOperation(Streams streams) {
        this.streams = streams;
    }

    Streams streams() {
        return streams;
    }

    /** Lists the streams of all tables, or of one. */
    public static final class ListStreams extends StreamOperation {

        private static final int MAX = 100;

        public ListStreams(Streams streams) {
            super(streams);
        }

        @Override
        public Structure input() {
            return new Structure("ListStreamsInput")
                    .optional("TableName", new TableName(3))
                    .optional("Limit", Whole.integer(1, MAX))
                    .optional("ExclusiveStartStreamArn", Text.length(37, 1024));
        }

        @Override
        public Answer perform(JsonObject request) {
            String table = request.string("TableName");
            String start = request.string("ExclusiveStartStreamArn");
            Long limit = request.number("Limit");
            long max = limit == null ? MAX : limit;
            List<Stream> found = streams().all().stream()
                    .filter(stream -> table == null || stream.table().equals(TableDefinition.nameOf(table)))
                    .filter(stream -> start == null || stream.arn().compareTo(start) > 0)
                    .toList();
            return json -> {
                json.name("Streams").startArray();
                found.stream()
                        .limit(max)
                        .forEach(stream -> json.startObject()
                                .name(ARN)
                                .string(stream.arn())
                                .name("TableName")
                                .string(stream.table())
                                .name("StreamLabel")
                                .string(stream.label())
                                .endObject());
                json.endArray();
                if (found.size() > max) {
                    json.name("LastEvaluatedStreamArn")
                            .string(found.get((int) max - 1).arn());
                }
            };
        }
    }

    /** Describes a stream and its shard. */
    public static final class DescribeStream extends StreamOperation {

        public DescribeStream(Streams streams) {
            super(streams);
        }

        @Override
        public Structure input() {
            return new Structure("DescribeStreamInput")
                    .required(ARN, Text.length(37, 1024))
                    .optional("Limit", Whole.integer(1, 100))
                    .optional("ExclusiveStartShardId", Text.length(28, 65))
                    .optional(
                            "ShardFilter",
                            new Structure("ShardFilter")
                                    .optional("Type", Text.oneOf("CHILD_SHARDS"))
                                    .optional("ShardId", Text.length(28, 65)));
        }

        @Override
        public Answer perform(JsonObject request) {
            Stream stream = streams().get(request.text(ARN));
            // There is one shard, which has no children.
            boolean first = !request.has("ExclusiveStartShardId") && !request.has("ShardFilter");
            return json -> write(stream, first, json);
        }

        private static void write(Stream stream, boolean first, JsonWriter json) {
            json.name("StreamDescription").startObject();
            json.name(ARN).string(stream.arn()).name("StreamLabel").string(stream.label());
            json.name("StreamStatus").string(stream.isOpen() ? "ENABLED" : "DISABLED");
            json.name("StreamViewType").string(stream.view().name());
            json.name("TableName").string(stream.table());
            json.name("CreationRequestDateTime").number(stream.firstNumber() / 1_000_000);
            json.name("KeySchema").startArray();
            stream.keys().hash().forEach(attribute -> writeKey(attribute, "HASH", json));
            stream.keys().range().forEach(attribute -> writeKey(attribute, "RANGE", json));
            json.endArray().name("Shards").startArray();
            if (first) {
                json.startObject().name("ShardId").string(stream.shardId());
                json.name("SequenceNumberRange").startObject();
                json.name("StartingSequenceNumber").string(StreamRecord.sequenceNumber(stream.firstNumber()));
                if (!stream.isOpen()) {
                    json.name("EndingSequenceNumber").string(StreamRecord.sequenceNumber(stream.next()));
                }
                json.endObject().endObject();
            }
            json.endArray().endObject();
        }

        private static void writeKey(KeyAttribute attribute, String type, JsonWriter json) {
            json.startObject().name("AttributeName").string(attribute.name());
            json.name("KeyType").string(type).endObject();
        }
    }

    /** Finds a place in a shard. */
    public static final class GetShardIterator extends StreamOperation {

        private final Clock clock;

        public GetShardIterator(Streams streams, Clock clock) {
            super(streams);
            this.clock = clock;
        }

        @Override
        public Structure input() {
            return new Structure("GetShardIteratorInput")
                    .required(ARN, Text.length(37, 1024))
                    .required("ShardId", Text.length(28, 65))
                    .required(
                            "ShardIteratorType",
                            Text.oneOf(
                                    "AFTER_SEQUENCE_NUMBER",
                                    "LATEST",
                                    "AT_SEQUENCE_NUMBER",
                                    "TRIM_HORIZON",
                                    "AT_TIMESTAMP"))
                    .optional("Timestamp", Whole.longFrom(0))
                    .optional("SequenceNumber", Text.length(21, 40));
        }

        @Override
        public Answer perform(JsonObject request) {
            Stream stream = streams().get(request.text(ARN));
            if (!stream.shardId().equals(request.text("ShardId"))) {
                throw new ServiceException(
                        ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found: Shard does not exist");
            }
            long number = number(request, stream);
            String iterator = new ShardIterator(stream.arn(), number, clock.millis()).encoded();
            return json -> json.name("ShardIterator").string(iterator);
        }

        private static long number(JsonObject request, Stream stream) {
            return switch (request.text("ShardIteratorType")) {
                case "TRIM_HORIZON" -> stream.oldest();
                case "LATEST" -> stream.next();
                case "AT_SEQUENCE_NUMBER" -> given(request, stream);
                case "AT_TIMESTAMP" -> stream.since(millis(request));
                default -> given(request, stream) + 1;
            };
        }

        /** Times are seconds with a fraction. */
        private static long millis(JsonObject request) {
            if (request.get("Timestamp") instanceof Json.Number seconds) {
                return new BigDecimal(seconds.text()).movePointRight(3).longValue();
            }
            throw ServiceException.validation("Invalid Timestamp");
        }

        private static long given(JsonObject request, Stream stream) {
            String text = request.string("SequenceNumber");
            if (text == null || !text.matches("\\d{21,40}")) {
                throw ServiceException.validation("Invalid SequenceNumber");
            }
            long number = Long.parseLong(text.substring(text.length() - 18));
            if (number < stream.firstNumber()) {
                throw new ServiceException(
                        ErrorCode.TRIMMED_DATA_ACCESS,
                        "The operation attempted to read past the oldest stream record in a shard.");
            }
            return number;
        }
    }

    /** Reads records from a place on. */
    public static final class GetRecords extends StreamOperation {

        private static final int MAX = 1000;
        private static final String REGION = "us-east-1";

        private final Clock clock;

        public GetRecords(Streams streams, Clock clock) {
            super(streams);
            this.clock = clock;
        }

        @Override
        public Structure input() {
            return new Structure("GetRecordsInput")
                    .required("ShardIterator", Text.length(1, 2048))
                    .optional("Limit", Whole.integer(1, MAX));
        }

        @Override
        public Answer perform(JsonObject request) {
            ShardIterator iterator = ShardIterator.decoded(request.text("ShardIterator"), clock.millis());
            Stream stream = streams().get(iterator.arn());
            Long limit = request.number("Limit");
            List<StreamRecord> records = stream.from(iterator.number(), limit == null ? MAX : limit.intValue());
            long next = records.isEmpty()
                    ? iterator.number()
                    : records.get(records.size() - 1).number() + 1;
            boolean ended = !stream.isOpen() && next >= stream.next();
            return json -> {
                json.name("Records").startArray();
                records.forEach(record -> record.write(REGION, json));
                json.endArray();
                if (!ended) {
                    json.name("NextShardIterator")
                            .string(new ShardIterator(stream.arn(), next, clock.millis()).encoded());
                }
            };
        }
    }
}
