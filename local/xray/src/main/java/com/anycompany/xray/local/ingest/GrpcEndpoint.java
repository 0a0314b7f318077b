package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.GrpcTimeout;
import com.anycompany.xray.local.http.HttpRequest;
import com.anycompany.xray.local.http.HttpResponse;
import com.anycompany.xray.local.otlp.ExportAnswer;
import com.anycompany.xray.local.otlp.InvalidExport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * OTLP/gRPC endpoint: the {@code Export} methods of OpenTelemetry's services, by the framing, headers and trailers of "gRPC over
 * HTTP/2". An error has HTTP status 200, no body, and its status among the headers ("Trailers-Only").
 *
 * <p>Decision: docs/adr/063-grpc-by-jetty.md.
 */
final class GrpcEndpoint implements Endpoint {

    private static final String CONTENT_TYPE = "application/grpc";
    private static final byte[] NOTHING = new byte[0];

    private final Map<String, ExportReceiver> receivers;

    GrpcEndpoint(List<? extends ExportReceiver> receivers) {
        this.receivers = receivers.stream().collect(Collectors.toMap(ExportReceiver::grpcPath, Function.identity()));
    }

    /** Only the header tells: a method that doesn't exist has to be refused in gRPC's way, too. */
    @Override
    public boolean serves(HttpRequest request) {
        String type = request.header("Content-Type");
        return request.isHttp2() && type != null && type.startsWith(CONTENT_TYPE);
    }

    @Override
    public boolean serves(String method, String path) {
        return false;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        ExportReceiver receiver = receivers.get(request.path());
        if (receiver == null) {
            return refused(GrpcStatus.UNIMPLEMENTED, unknownMethod(request.path()));
        }
        String type = String.valueOf(request.header("Content-Type"));
        if (!isProtobuf(type)) {
            return refused(GrpcStatus.UNIMPLEMENTED, "Content-Type is " + type + "; send " + CONTENT_TYPE + "+proto");
        }
        Duration timeout = GrpcTimeout.of(request);
        if (timeout == null && request.header("grpc-timeout") != null) {
            return refused(
                    GrpcStatus.INVALID_ARGUMENT,
                    "grpc-timeout is \"" + request.header("grpc-timeout")
                            + "\"; give up to eight digits and a unit, such as 10S");
        }
        if (timeout != null && request.age().compareTo(timeout) >= 0) {
            return refuseSlow(request, "the call took longer than its grpc-timeout");
        }
        try {
            byte[] message = GrpcMessage.read(request.body(), request.header("grpc-encoding"), receiver.items());
            ExportReceiver.Outcome outcome = receiver.receive(message, false);
            return answered(ExportAnswer.partialSuccess(
                    false, receiver.rejectedMember(), outcome.rejected(), outcome.message()));
        } catch (GrpcMessage.Refused e) {
            return refused(e.status(), String.valueOf(e.getMessage()));
        } catch (InvalidExport e) {
            return refused(GrpcStatus.INVALID_ARGUMENT, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isProtobuf(String type) {
        String subtype = type.substring(CONTENT_TYPE.length());
        return subtype.isEmpty() || subtype.startsWith(";") || subtype.matches("\\+proto(;.*)?");
    }

    private String unknownMethod(String path) {
        return "X-Ray Local has no method " + path + "; it has "
                + receivers.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    private static HttpResponse answered(byte[] message) {
        Map<String, String> trailers = Map.of("grpc-status", String.valueOf(GrpcStatus.OK.code()));
        Map<String, String> headers = Map.of("Content-Type", CONTENT_TYPE, "grpc-accept-encoding", "gzip");
        return new HttpResponse(200, GrpcMessage.framed(message), headers, trailers);
    }

    /** {@code INVALID_ARGUMENT}, not {@code RESOURCE_EXHAUSTED}: it wouldn't be smaller the next time. */
    @Override
    public HttpResponse refuseTooLarge(HttpRequest request) {
        ExportReceiver receiver = receivers.get(request.path());
        return refused(GrpcStatus.INVALID_ARGUMENT, ExportBody.tooLarge(receiver == null ? "items" : receiver.items()));
    }

    /** Says when to try again: without that, an exporter doesn't repeat what exhausted a resource. */
    @Override
    public HttpResponse refuseBusy(HttpRequest request) {
        String message = "too many exports are being received; try again";
        byte[] details = ExportAnswer.retryLater(ExportAnswer.RESOURCE_EXHAUSTED, message, 1);
        return refused(GrpcStatus.RESOURCE_EXHAUSTED, message)
                .with("grpc-status-details-bin", Base64.getEncoder().encodeToString(details));
    }

    @Override
    public HttpResponse refuseSlow(HttpRequest request, String message) {
        return refused(GrpcStatus.DEADLINE_EXCEEDED, message);
    }

    @Override
    public HttpResponse refuseOrigin(HttpRequest request, String message) {
        return refused(GrpcStatus.PERMISSION_DENIED, message);
    }

    @Override
    public HttpResponse fail(HttpRequest request, String message) {
        return refused(GrpcStatus.INTERNAL, message);
    }

    private static HttpResponse refused(GrpcStatus status, @Nullable String message) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", CONTENT_TYPE);
        headers.put("grpc-accept-encoding", "gzip");
        headers.put("grpc-status", String.valueOf(status.code()));
        headers.put("grpc-message", percentEncoded(String.valueOf(message)));
        return new HttpResponse(200, NOTHING, headers);
    }

    /** As the header {@code grpc-message} has to be: UTF-8, with all but printable ASCII as {@code %XX}. */
    private static String percentEncoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= ' ' && b <= '~' && b != '%') {
                encoded.append((char) b);
            } else {
                encoded.append("%%%02X".formatted(b & 0xFF));
            }
        }
        return encoded.toString();
    }
}
