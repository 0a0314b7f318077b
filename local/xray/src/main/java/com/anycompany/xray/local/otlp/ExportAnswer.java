package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.json.Json;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Answers to an export: {@code ExportTraceServiceResponse} and those of logs and metrics, or a {@code google.rpc.Status}. */
public final class ExportAnswer {

    /** {@code google.rpc.Code}: the request itself is wrong. */
    public static final int INVALID_ARGUMENT = 3;

    /** There is no room for it now. */
    public static final int RESOURCE_EXHAUSTED = 8;

    /** The receiver failed. */
    public static final int INTERNAL = 13;

    private ExportAnswer() {}

    /**
     * Everything was taken, or all but {@code rejected} items, of which {@code message} tells more. In protobuf, all kinds of
     * telemetry have the same numbers.
     *
     * @param member what JSON has for the number of rejected items
     */
    public static byte[] partialSuccess(boolean json, String member, long rejected, String message) {
        if (rejected == 0) {
            return json ? Json.bytes(Map.of()) : new byte[0];
        }
        if (json) {
            Block partial = new Block().put(member, Long.toString(rejected)).put("errorMessage", message);
            return Json.bytes(new Block().put("partialSuccess", partial).members());
        }
        byte[] partial = message(out -> {
            out.writeInt64(1, rejected);
            out.writeString(2, message);
        });
        return message(out -> out.writeByteArray(1, partial));
    }

    public static byte[] status(boolean json, int code, String message) {
        if (json) {
            return Json.bytes(
                    new Block().put("code", code).put("message", message).members());
        }
        return message(out -> {
            out.writeInt32(1, code);
            out.writeString(2, message);
        });
    }

    /** A {@code google.rpc.Status} in protobuf with a {@code RetryInfo}. */
    public static byte[] retryLater(int code, String message, int seconds) {
        byte[] delay = message(out -> out.writeInt64(1, seconds));
        byte[] info = message(out -> out.writeByteArray(1, delay));
        byte[] any = message(out -> {
            out.writeString(1, "type.googleapis.com/google.rpc.RetryInfo");
            out.writeByteArray(2, info);
        });
        return message(out -> {
            out.writeInt32(1, code);
            out.writeString(2, message);
            out.writeByteArray(3, any);
        });
    }

    @FunctionalInterface
    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            fields.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
