package com.anycompany.xray.local.otlp;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Protobuf reader: reads a binary export into the tree of maps and lists that its JSON form would give, so that both
 * have one reader. The numbers are those of opentelemetry-proto's {@code trace.proto}, {@code logs.proto}, {@code metrics.proto}, {@code
 * common.proto} and {@code resource.proto}. ADR 026 says why it isn't generated.
 */
final class ProtobufTree {

    private static final int MAX_DEPTH = 100;

    /**
     * An empty message has two bytes here and some hundred in memory; no more in a small heap. A span of the usual kind has
     * fifty with all of its attributes.
     */
    private static final long MAX_MESSAGES =
            Math.max(50_000, Math.min(500_000, Runtime.getRuntime().maxMemory() / 512));

    private final CodedInputStream in;
    private int messages;
    private int spans;

    private ProtobufTree(CodedInputStream in) {
        this.in = in;
    }

    /** How a field is written on the wire, and what JSON has in its place. */
    private enum Type {
        TEXT,
        HEX,
        BASE64,
        BOOLEAN,
        VARINT,
        FIXED32,
        FIXED64,
        DOUBLE,
        MESSAGE,
        MESSAGES
    }

    /** The messages of an export, as far as they are of use here; other fields are skipped. */
    private enum Message {
        EXPORT,
        LOGS_EXPORT,
        METRICS_EXPORT,
        RESOURCE_SPANS,
        RESOURCE_LOGS,
        RESOURCE_METRICS,
        RESOURCE,
        SCOPE_SPANS,
        SCOPE_LOGS,
        SCOPE_METRICS,
        SCOPE,
        SPAN,
        LOG_RECORD,
        METRIC,
        METRIC_DATA,
        DATA_POINT,
        EVENT,
        LINK,
        STATUS,
        KEY_VALUE,
        ANY_VALUE,
        ARRAY,
        KEY_VALUES;

        @Nullable
        Field field(int number) {
            return switch (this) {
                case EXPORT -> number == 1 ? many("resourceSpans", RESOURCE_SPANS) : null;
                case LOGS_EXPORT -> number == 1 ? many("resourceLogs", RESOURCE_LOGS) : null;
                case METRICS_EXPORT -> number == 1 ? many("resourceMetrics", RESOURCE_METRICS) : null;
                case RESOURCE_SPANS ->
                    switch (number) {
                        case 1 -> one("resource", RESOURCE);
                        case 2 -> many("scopeSpans", SCOPE_SPANS);
                        default -> null;
                    };
                case RESOURCE_LOGS ->
                    switch (number) {
                        case 1 -> one("resource", RESOURCE);
                        case 2 -> many("scopeLogs", SCOPE_LOGS);
                        default -> null;
                    };
                case RESOURCE_METRICS -> number == 2 ? many("scopeMetrics", SCOPE_METRICS) : null;
                case RESOURCE -> number == 1 ? many("attributes", KEY_VALUE) : null;
                case SCOPE_SPANS ->
                    switch (number) {
                        case 1 -> one("scope", SCOPE);
                        case 2 -> many("spans", SPAN);
                        default -> null;
                    };
                case SCOPE_LOGS ->
                    switch (number) {
                        case 1 -> one("scope", SCOPE);
                        case 2 -> many("logRecords", LOG_RECORD);
                        default -> null;
                    };
                case SCOPE_METRICS -> number == 2 ? many("metrics", METRIC) : null;
                case SCOPE ->
                    switch (number) {
                        case 1 -> plain("name", Type.TEXT);
                        case 2 -> plain("version", Type.TEXT);
                        case 3 -> many("attributes", KEY_VALUE);
                        default -> null;
                    };
                case SPAN -> span(number);
                case LOG_RECORD -> logRecord(number);
                case METRIC -> metric(number);
                case METRIC_DATA -> number == 1 ? many("dataPoints", DATA_POINT) : null;
                case DATA_POINT -> null;
                case EVENT -> event(number);
                case LINK -> link(number);
                case STATUS ->
                    switch (number) {
                        case 2 -> plain("message", Type.TEXT);
                        case 3 -> plain("code", Type.VARINT);
                        default -> null;
                    };
                case KEY_VALUE ->
                    switch (number) {
                        case 1 -> plain("key", Type.TEXT);
                        case 2 -> one("value", ANY_VALUE);
                        default -> null;
                    };
                case ANY_VALUE -> anyValue(number);
                case ARRAY -> number == 1 ? many("values", ANY_VALUE) : null;
                case KEY_VALUES -> number == 1 ? many("values", KEY_VALUE) : null;
            };
        }

        private static @Nullable Field span(int number) {
            return switch (number) {
                case 1 -> plain("traceId", Type.HEX);
                case 2 -> plain("spanId", Type.HEX);
                case 4 -> plain("parentSpanId", Type.HEX);
                case 5 -> plain("name", Type.TEXT);
                case 6 -> plain("kind", Type.VARINT);
                case 7 -> plain("startTimeUnixNano", Type.FIXED64);
                case 8 -> plain("endTimeUnixNano", Type.FIXED64);
                case 9 -> many("attributes", KEY_VALUE);
                case 11 -> many("events", EVENT);
                case 13 -> many("links", LINK);
                case 15 -> one("status", STATUS);
                case 16 -> plain("flags", Type.FIXED32);
                default -> null;
            };
        }

        private static @Nullable Field logRecord(int number) {
            return switch (number) {
                case 1 -> plain("timeUnixNano", Type.FIXED64);
                case 2 -> plain("severityNumber", Type.VARINT);
                case 3 -> plain("severityText", Type.TEXT);
                case 5 -> one("body", ANY_VALUE);
                case 6 -> many("attributes", KEY_VALUE);
                case 9 -> plain("traceId", Type.HEX);
                case 10 -> plain("spanId", Type.HEX);
                case 11 -> plain("observedTimeUnixNano", Type.FIXED64);
                case 12 -> plain("eventName", Type.TEXT);
                default -> null;
            };
        }

        private static @Nullable Field metric(int number) {
            return switch (number) {
                case 5 -> one("gauge", METRIC_DATA);
                case 7 -> one("sum", METRIC_DATA);
                case 9 -> one("histogram", METRIC_DATA);
                case 10 -> one("exponentialHistogram", METRIC_DATA);
                case 11 -> one("summary", METRIC_DATA);
                default -> null;
            };
        }

        private static @Nullable Field event(int number) {
            return switch (number) {
                case 1 -> plain("timeUnixNano", Type.FIXED64);
                case 2 -> plain("name", Type.TEXT);
                case 3 -> many("attributes", KEY_VALUE);
                default -> null;
            };
        }

        private static @Nullable Field link(int number) {
            return switch (number) {
                case 1 -> plain("traceId", Type.HEX);
                case 2 -> plain("spanId", Type.HEX);
                case 4 -> many("attributes", KEY_VALUE);
                default -> null;
            };
        }

        private static @Nullable Field anyValue(int number) {
            return switch (number) {
                case 1 -> plain("stringValue", Type.TEXT);
                case 2 -> plain("boolValue", Type.BOOLEAN);
                case 3 -> plain("intValue", Type.VARINT);
                case 4 -> plain("doubleValue", Type.DOUBLE);
                case 5 -> one("arrayValue", ARRAY);
                case 6 -> one("kvlistValue", KEY_VALUES);
                case 7 -> plain("bytesValue", Type.BASE64);
                default -> null;
            };
        }

        private static Field plain(String name, Type type) {
            return new Field(name, type, EXPORT);
        }

        private static Field one(String name, Message message) {
            return new Field(name, Type.MESSAGE, message);
        }

        private static Field many(String name, Message message) {
            return new Field(name, Type.MESSAGES, message);
        }
    }

    private record Field(String name, Type type, Message message) {

        int wireType() {
            return switch (type) {
                case BOOLEAN, VARINT -> WireFormat.WIRETYPE_VARINT;
                case FIXED32 -> WireFormat.WIRETYPE_FIXED32;
                case FIXED64, DOUBLE -> WireFormat.WIRETYPE_FIXED64;
                default -> WireFormat.WIRETYPE_LENGTH_DELIMITED;
            };
        }
    }

    static Map<String, @Nullable Object> readTraces(byte[] body) throws InvalidExport {
        return read(body, Message.EXPORT, "ExportTraceServiceRequest");
    }

    static Map<String, @Nullable Object> readLogs(byte[] body) throws InvalidExport {
        return read(body, Message.LOGS_EXPORT, "ExportLogsServiceRequest");
    }

    static Map<String, @Nullable Object> readMetrics(byte[] body) throws InvalidExport {
        return read(body, Message.METRICS_EXPORT, "ExportMetricsServiceRequest");
    }

    private static Map<String, @Nullable Object> read(byte[] body, Message export, String name) throws InvalidExport {
        CodedInputStream in = CodedInputStream.newInstance(body);
        try {
            return new ProtobufTree(in).message(export, 0);
        } catch (IOException e) {
            throw new InvalidExport(
                    "the body is not an " + name + " in protobuf: " + problem(e, in.getTotalBytesRead()));
        }
    }

    /** The parser's own messages speak of its classes. */
    private static String problem(IOException e, int place) {
        boolean endsEarly = String.valueOf(e.getMessage()).contains("ended unexpectedly");
        return endsEarly
                ? "it ends in the middle of the field near byte " + place
                : "what stands near byte " + place + " can't be a field";
    }

    private Map<String, @Nullable Object> message(Message message, int depth) throws IOException, InvalidExport {
        if (depth > MAX_DEPTH) {
            throw new InvalidExport("attributes are nested more than " + MAX_DEPTH + " deep");
        }
        if (message == Message.SPAN && ++spans > SpanLimits.MAX_SPANS) {
            throw InvalidExport.tooManySpans();
        }
        if (++messages > MAX_MESSAGES) {
            throw new InvalidExport(
                    "the export has more than " + MAX_MESSAGES + " attributes, events and the like; send less at once");
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            Field field = message.field(WireFormat.getTagFieldNumber(tag));
            if (field == null || field.wireType() != WireFormat.getTagWireType(tag)) {
                in.skipField(tag);
            } else if (field.type() == Type.MESSAGES) {
                elements(tree, field.name()).add(nested(field.message(), depth));
            } else {
                tree.put(field.name(), value(field, depth));
            }
        }
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> elements(Map<String, @Nullable Object> tree, String name) {
        return (List<@Nullable Object>) tree.computeIfAbsent(name, n -> new ArrayList<@Nullable Object>());
    }

    private Object value(Field field, int depth) throws IOException, InvalidExport {
        return switch (field.type()) {
            case TEXT -> in.readString();
            case HEX -> HexFormat.of().formatHex(in.readByteArray());
            case BASE64 -> Base64.getEncoder().encodeToString(in.readByteArray());
            case BOOLEAN -> in.readBool();
            case VARINT -> in.readInt64();
            case FIXED32 -> (long) in.readFixed32();
            case FIXED64 -> in.readFixed64();
            case DOUBLE -> in.readDouble();
            case MESSAGE, MESSAGES -> nested(field.message(), depth);
        };
    }

    private Map<String, @Nullable Object> nested(Message message, int depth) throws IOException, InvalidExport {
        int outer = in.pushLimit(in.readRawVarint32());
        Map<String, @Nullable Object> tree = message(message, depth + 1);
        in.checkLastTagWas(0);
        in.popLimit(outer);
        return tree;
    }
}
