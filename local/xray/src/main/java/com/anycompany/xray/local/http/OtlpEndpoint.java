package com.anycompany.xray.local.http;

import com.anycompany.xray.local.ingest.Intake;
import com.anycompany.xray.local.ingest.RawDocument;
import com.anycompany.xray.local.otlp.ExportAnswer;
import com.anycompany.xray.local.otlp.InvalidExport;
import com.anycompany.xray.local.otlp.SegmentDocuments;
import com.anycompany.xray.local.otlp.Span;
import com.anycompany.xray.local.otlp.SpanReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** OpenTelemetry's protocol over HTTP: takes spans in protobuf or JSON, compressed or not, as segment documents. */
final class OtlpEndpoint {

    static final String PATH = "/v1/traces";

    private static final String JSON = "application/json";
    private static final String PROTOBUF = "application/x-protobuf";

    private final Intake intake;

    OtlpEndpoint(Intake intake) {
        this.intake = intake;
    }

    Reply export(String method, @Nullable String contentType, @Nullable String encoding, byte[] body) {
        boolean json = !isProtobuf(contentType);
        if (!method.equals("POST")) {
            return refused(json, 405, "spans are sent with POST").with("Allow", "POST");
        }
        if (json && !JSON.equals(mediaType(contentType))) {
            return refused(true, 415, "Content-Type is " + contentType + "; send " + PROTOBUF + " or " + JSON);
        }
        if (encoding != null && !encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("identity")) {
            return refused(json, 415, "Content-Encoding is " + encoding + "; send gzip, or no compression");
        }
        try {
            byte[] plain = "gzip".equalsIgnoreCase(encoding) ? unzipped(body) : body;
            if (plain.length > HttpHandler.MAX_BODY) {
                return tooLarge(contentType);
            }
            return taken(json, json ? SpanReader.readJson(plain) : SpanReader.readProtobuf(plain));
        } catch (IOException e) {
            return refused(json, 400, "the body is not compressed with gzip: " + e.getMessage());
        } catch (InvalidExport e) {
            return refused(json, 400, String.valueOf(e.getMessage()));
        }
    }

    Reply tooLarge(@Nullable String contentType) {
        return refused(
                !isProtobuf(contentType),
                413,
                "the export has more than " + HttpHandler.MAX_BODY + " bytes; send fewer spans at once");
    }

    /** One byte more than is allowed shows that there is too much, however much it would become. */
    private static byte[] unzipped(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readNBytes(HttpHandler.MAX_BODY + 1);
        }
    }

    private Reply taken(boolean json, List<Span> spans) {
        List<RawDocument> documents = new ArrayList<>(spans.size());
        List<Integer> owners = new ArrayList<>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            for (String document : SegmentDocuments.of(spans.get(i))) {
                documents.add(RawDocument.of(document));
                owners.add(i);
            }
        }
        List<Intake.Unprocessed> unprocessed = intake.put(documents, "otlp");
        Set<Integer> rejected = new HashSet<>();
        unprocessed.forEach(document -> rejected.add(owners.get(document.index())));
        return answer(json, rejected.size(), spans.size(), unprocessed);
    }

    private static Reply answer(boolean json, int rejected, int all, List<Intake.Unprocessed> unprocessed) {
        String message = rejected == 0
                ? ""
                : "%d of %d spans were refused, the first with %s; GET /local/rejected has the reasons"
                        .formatted(rejected, all, unprocessed.get(0).code());
        return reply(json, 200, ExportAnswer.partialSuccess(json, rejected, message));
    }

    private static Reply refused(boolean json, int status, String message) {
        return reply(json, status, ExportAnswer.status(json, ExportAnswer.INVALID_ARGUMENT, message));
    }

    private static Reply reply(boolean json, int status, byte[] body) {
        return new Reply(status, body, Map.of("Content-Type", json ? JSON : PROTOBUF));
    }

    private static boolean isProtobuf(@Nullable String contentType) {
        return PROTOBUF.equals(mediaType(contentType));
    }

    private static String mediaType(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
