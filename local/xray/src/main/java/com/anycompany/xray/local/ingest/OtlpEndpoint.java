package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.HttpRequest;
import com.anycompany.xray.local.http.HttpResponse;
import com.anycompany.xray.local.otlp.ExportAnswer;
import com.anycompany.xray.local.otlp.InvalidExport;
import com.anycompany.xray.local.otlp.Span;
import com.anycompany.xray.local.otlp.SpanConverter;
import com.anycompany.xray.local.otlp.SpanLimits;
import com.anycompany.xray.local.otlp.SpanReader;
import com.anycompany.xray.local.parse.InvalidDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** OTLP/HTTP receiver: converts exported spans, in protobuf or JSON, gzipped or not, to segment documents. */
public final class OtlpEndpoint implements Endpoint {

    static final String PATH = "/v1/traces";

    private static final String JSON = "application/json";
    private static final String PROTOBUF = "application/x-protobuf";

    /** How many times as large as it is an export may become when it is unpacked, once that is more than some. */
    private static final int MAX_RATIO = 200;

    private static final int ALWAYS_UNPACKED_BYTES = 1 << 20;

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
            if (plain.length > mostUnpacked(request.body().length)) {
                return refused(
                        json, 413, "the export is packed more than " + MAX_RATIO + " : 1; send fewer spans at once");
            }
            List<Span> spans = json ? SpanReader.readJson(plain) : SpanReader.readProtobuf(plain);
            return store(json, spans, new SpanLimits(intake.now(), plain.length));
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

    /** The endpoint's way of saying that it failed: {@code INTERNAL}, which no exporter repeats. */
    @Override
    public HttpResponse fail(HttpRequest request, String message) {
        boolean json = !isProtobuf(request.header("Content-Type"));
        return reply(json, 500, ExportAnswer.status(json, ExportAnswer.INTERNAL, message));
    }

    /** {@code RESOURCE_EXHAUSTED}: exporters try again. */
    @Override
    public HttpResponse refuseBusy(HttpRequest request) {
        boolean json = !isProtobuf(request.header("Content-Type"));
        byte[] status = ExportAnswer.status(
                json, ExportAnswer.RESOURCE_EXHAUSTED, "too many exports are being received; try again");
        return reply(json, 429, status).with("Retry-After", "1");
    }

    /** Reads one byte more than allowed at most: enough to see that the body is too large. */
    private static byte[] unzipped(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readNBytes(mostUnpacked(body.length) + 1);
        }
    }

    /** A body that isn't compressed is always below it. */
    private static int mostUnpacked(int bytes) {
        return (int) Math.min(MAX_BODY_BYTES, Math.max(ALWAYS_UNPACKED_BYTES, (long) bytes * MAX_RATIO));
    }

    private HttpResponse store(boolean json, List<Span> spans, SpanLimits limits) {
        List<SubmittedDocument> documents = new ArrayList<>(spans.size());
        List<Integer> owners = new ArrayList<>(spans.size());
        SortedMap<Integer, String> reasons = new TreeMap<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            SpanLimits.Refusal refusal = limits.check(span);
            List<String> made = refusal == null ? SpanConverter.toDocuments(span) : List.of();
            if (refusal == null) {
                refusal = SpanLimits.checkDocuments(made);
            }
            if (refusal != null) {
                refuse(span, refusal);
                reasons.put(i, refusal.code() + ": " + refusal.detail());
                made = refusal.hasChildren() ? SpanConverter.frameOfRefused(span, refusal.detail()) : List.of();
            }
            for (String document : made) {
                documents.add(SubmittedDocument.of(document));
                owners.add(i);
            }
        }
        for (Intake.Unprocessed document : intake.putSpans(documents)) {
            reasons.putIfAbsent(owners.get(document.index()), document.code() + ": " + document.detail());
        }
        return answer(json, spans.size(), reasons);
    }

    private void refuse(Span span, SpanLimits.Refusal refusal) {
        String summary = "span \"%s\" of trace %s, parent %s".formatted(span.name(), span.traceId(), span.parentId());
        intake.refuseSpan(
                InvalidDocument.Code.valueOf(refusal.code().name()),
                refusal.detail(),
                span.id(),
                summary,
                refusal.bytes());
    }

    /** @param reasons by the places of the spans that were refused */
    private static HttpResponse answer(boolean json, int all, SortedMap<Integer, String> reasons) {
        String message = reasons.isEmpty()
                ? ""
                : "%d of %d spans were refused, the first with %s; GET /local/rejected has the reasons"
                        .formatted(reasons.size(), all, reasons.get(reasons.firstKey()));
        return reply(json, 200, ExportAnswer.partialSuccess(json, reasons.size(), message));
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
