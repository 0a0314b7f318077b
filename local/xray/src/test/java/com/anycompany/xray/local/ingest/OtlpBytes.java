package com.anycompany.xray.local.ingest;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Exports in protobuf, written field by field. */
final class OtlpBytes {

    private OtlpBytes() {}

    interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    static byte[] message(Fields fields) {
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

    private static byte[] resource(String service) {
        byte[] value = message(out -> out.writeString(1, service));
        byte[] attribute = message(out -> {
            out.writeString(1, "service.name");
            out.writeByteArray(2, value);
        });
        return message(out -> out.writeByteArray(1, attribute));
    }

    /** An export of one item of that service, with a field that nobody knows. */
    private static byte[] export(String service, byte[] item) {
        byte[] ofScope = message(out -> out.writeByteArray(2, item));
        byte[] ofResource = message(out -> {
            out.writeByteArray(1, resource(service));
            out.writeByteArray(2, ofScope);
            out.writeString(999, "unknown");
        });
        return message(out -> out.writeByteArray(1, ofResource));
    }

    static byte[] span(String service, String traceId, String spanId, long startSeconds) {
        return export(service, message(out -> {
            out.writeByteArray(1, HexFormat.of().parseHex(traceId));
            out.writeByteArray(2, HexFormat.of().parseHex(spanId));
            out.writeString(5, "GET /");
            out.writeEnum(6, 2);
            out.writeFixed64(7, startSeconds * 1_000_000_000L);
            out.writeFixed64(8, startSeconds * 1_000_000_000L + 5_000_000);
        }));
    }

    static byte[] logRecord(String service, String traceId, String spanId, long nanos, int severity, String text) {
        byte[] body = message(out -> out.writeString(1, text));
        return export(service, message(out -> {
            out.writeFixed64(1, nanos);
            out.writeEnum(2, severity);
            out.writeByteArray(5, body);
            out.writeByteArray(9, HexFormat.of().parseHex(traceId));
            out.writeByteArray(10, HexFormat.of().parseHex(spanId));
        }));
    }

    /** A sum with two data points. */
    static byte[] metric(String service) {
        byte[] sum = message(out -> {
            out.writeByteArray(1, new byte[0]);
            out.writeByteArray(1, new byte[0]);
        });
        return export(service, message(out -> {
            out.writeString(1, "requests");
            out.writeByteArray(7, sum);
        }));
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
