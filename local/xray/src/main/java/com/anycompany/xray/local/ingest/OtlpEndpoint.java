package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.HttpRequest;
import com.anycompany.xray.local.http.HttpResponse;
import com.anycompany.xray.local.otlp.ExportAnswer;
import com.anycompany.xray.local.otlp.InvalidExport;
import com.anycompany.xray.local.otlp.Span;
import com.anycompany.xray.local.otlp.SpanConverter;
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

/** OTLP/HTTP receiver: converts exported spans, in protobuf or JSON, gzipped or not, to segment documents. */
public final class OtlpEndpoint implements Endpoint {

    static final String PATH = "/v1/traces";

    private static final String JSON = "application/json";
    private static final String PROTOBUF = "application/x-protobuf";

    private final Intake intake;

    public OtlpEndpoint(Intake intake) {
        this.intake = intake;
    }

    @Override
    public boolean serves(String method, String path) {
        return path.equals(PATH);
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        String contentType = request.header("Content-Type");
        String encoding = request.header("Content-Encoding");
        boolean json = !isProtobuf(contentType);
        if (!request.method().equals("POST")) {
            return refused(json, 405, "spans are sent with POST").with("Allow", "POST");
        }
        if (json && !JSON.equals(mediaType(contentType))) {
            return refused(true, 415, "Content-Type is " + contentType + "; send " + PROTOBUF + " or " + JSON);
        }
        if (encoding != null && !encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("identity")) {
            return refused(json, 415, "Content-Encoding is " + encoding + "; send gzip, or no compression");
        }
        try {
            byte[] plain = "gzip".equalsIgnoreCase(encoding) ? unzipped(request.body()) : request.body();
            if (plain.length > MAX_BODY_BYTES) {
                return refuseTooLarge(request);
            }
            return store(json, json ? SpanReader.readJson(plain) : SpanReader.readProtobuf(plain));
        } catch (IOException e) {
            return refused(json, 400, "the body is not compressed with gzip: " + e.getMessage());
        } catch (InvalidExport e) {
            return refused(json, 400, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public HttpResponse refuseTooLarge(HttpRequest request) {
        return refused(
                !isProtobuf(request.header("Content-Type")),
                413,
                "the export has more than " + MAX_BODY_BYTES + " bytes; send fewer spans at once");
    }

    /** Reads one byte more than allowed at most: enough to see that the body is too large. */
    private static byte[] unzipped(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readNBytes(MAX_BODY_BYTES + 1);
        }
    }

    private HttpResponse store(boolean json, List<Span> spans) {
        List<SubmittedDocument> documents = new ArrayList<>(spans.size());
        List<Integer> owners = new ArrayList<>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            for (String document : SpanConverter.toDocuments(spans.get(i))) {
                documents.add(SubmittedDocument.of(document));
                owners.add(i);
            }
        }
        List<Intake.Unprocessed> unprocessed = intake.put(documents, "otlp");
        Set<Integer> rejected = new HashSet<>();
        unprocessed.forEach(document -> rejected.add(owners.get(document.index())));
        return answer(json, rejected.size(), spans.size(), unprocessed);
    }

    private static HttpResponse answer(boolean json, int rejected, int all, List<Intake.Unprocessed> unprocessed) {
        String message = rejected == 0
                ? ""
                : "%d of %d spans were refused, the first with %s; GET /local/rejected has the reasons"
                        .formatted(rejected, all, unprocessed.get(0).code());
        return reply(json, 200, ExportAnswer.partialSuccess(json, rejected, message));
    }

    private static HttpResponse refused(boolean json, int status, String message) {
        return reply(json, status, ExportAnswer.status(json, ExportAnswer.INVALID_ARGUMENT, message));
    }

    private static HttpResponse reply(boolean json, int status, byte[] body) {
        return new HttpResponse(status, body, Map.of("Content-Type", json ? JSON : PROTOBUF));
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
