package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.HttpRequest;
import com.anycompany.xray.local.http.HttpResponse;
import com.anycompany.xray.local.otlp.ExportAnswer;
import com.anycompany.xray.local.otlp.InvalidExport;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OTLP/HTTP endpoint for one kind of telemetry: exports in protobuf or JSON, gzipped or not. */
final class OtlpEndpoint implements Endpoint {

    private static final String JSON = "application/json";
    private static final String PROTOBUF = "application/x-protobuf";

    private final ExportReceiver receiver;

    OtlpEndpoint(ExportReceiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public boolean serves(String method, String path) {
        return path.equals(receiver.httpPath());
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        String contentType = request.header("Content-Type");
        String encoding = request.header("Content-Encoding");
        boolean json = !isProtobuf(contentType);
        if (!request.method().equals("POST")) {
            return refused(json, 405, receiver.items() + " are sent with POST").with("Allow", "POST");
        }
        if (json && !JSON.equals(mediaType(contentType))) {
            return refused(true, 415, "Content-Type is " + contentType + "; send " + PROTOBUF + " or " + JSON);
        }
        if (encoding != null && !encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("identity")) {
            return refused(json, 415, "Content-Encoding is " + encoding + "; send gzip, or no compression");
        }
        try {
            byte[] plain = "gzip".equalsIgnoreCase(encoding)
                    ? ExportBody.unzipped(request.body(), receiver.items())
                    : request.body();
            ExportReceiver.Outcome outcome = receiver.receive(plain, json);
            return reply(
                    json,
                    200,
                    ExportAnswer.partialSuccess(
                            json, receiver.rejectedMember(), outcome.rejected(), outcome.message()));
        } catch (ExportBody.TooLarge e) {
            return refused(json, 413, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refused(json, 400, "the body is not compressed with gzip: " + e.getMessage());
        } catch (InvalidExport e) {
            return refused(json, 400, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public HttpResponse refuseTooLarge(HttpRequest request) {
        boolean json = !isProtobuf(request.header("Content-Type"));
        return refused(json, 413, ExportBody.tooLarge(receiver.items()));
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
