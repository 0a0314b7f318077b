package com.anycompany.capacitydb.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.CRC32;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Connects the API to Jetty: checks where a request comes from, bounds its body, writes the response with its checksum. */
final class HttpHandler extends Handler.Abstract {

    /** As the service allows: 16 MB. */
    private static final int MAX_BODY = 16 << 20;

    private static final int MIN_COMPRESSED = 1024;
    private static final int MIN_TIMED = 64 << 10;

    private final ApiRequests requests;
    private final OriginCheck origins;
    private final HttpLimits limits;

    HttpHandler(ApiRequests requests, OriginCheck origins, HttpLimits limits) {
        this.requests = requests;
        this.origins = origins;
        this.limits = limits;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        TimedConnection.received(request);
        HttpFields headers = request.getHeaders();
        String refusal = origins.refusal(headers.get(HttpHeader.HOST), headers.get(HttpHeader.ORIGIN));
        if (refusal != null) {
            write(Reply.error(403, "AccessDeniedException", refusal), request, response, callback);
            return true;
        }
        RequestBody body = new RequestBody(request, MAX_BODY);
        body.run();
        if (!body.isDone()) {
            body.orTimeout(limits.body().toMillis(), TimeUnit.MILLISECONDS);
        }
        body.whenComplete((bytes, failure) -> answer(bytes, failure, request, response, callback));
        return true;
    }

    private void answer(
            byte @Nullable [] body,
            @Nullable Throwable failure,
            Request request,
            Response response,
            Callback callback) {
        if (failure instanceof TimeoutException) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            Reply late = Reply.error(
                    408,
                    "RequestTimeoutException",
                    "The body didn't arrive within " + limits.body().toSeconds() + " s.");
            write(late, request, response, callback);
        } else if (failure != null) {
            callback.failed(failure);
        } else {
            try {
                write(reply(body, request), request, response, callback);
            } catch (RuntimeException e) {
                callback.failed(e);
            }
        }
    }

    private Reply reply(byte @Nullable [] body, Request request) {
        if (body == null) {
            return tooLarge();
        }
        if (request.getMethod().equals("POST")) {
            return perform(body, request);
        }
        String path = Request.getPathInContext(request);
        if (path.equals("/health")) {
            return Reply.text("application/json", "{\"status\":\"UP\"}");
        }
        return path.equals("/") && request.getMethod().equals("GET")
                ? Reply.text(
                        "text/plain;charset=utf-8",
                        "healthy: " + request.getHeaders().get(HttpHeader.HOST) + " ")
                : Reply.error(404, "UnknownOperationException", "Requests to CapacityDB are sent to / with POST.");
    }

    private Reply perform(byte[] body, Request request) {
        String target = request.getHeaders().get("X-Amz-Target");
        if (!"gzip".equalsIgnoreCase(request.getHeaders().get(HttpHeader.CONTENT_ENCODING))) {
            return requests.perform(target, body);
        }
        try {
            byte[] decompressed = Gzip.decompress(body, MAX_BODY);
            return decompressed == null ? tooLarge() : requests.perform(target, decompressed);
        } catch (IOException e) {
            return Reply.error(400, "SerializationException", "The body isn't compressed with gzip.");
        }
    }

    private static Reply tooLarge() {
        return Reply.error(413, "RequestEntityTooLargeException", "The body has more than " + MAX_BODY + " bytes.");
    }

    private void write(Reply reply, Request request, Response response, Callback callback) {
        byte[] body = reply.body();
        response.setStatus(reply.status());
        HttpFields.Mutable headers = response.getHeaders();
        if (body.length >= MIN_COMPRESSED && acceptsGzip(request)) {
            body = Gzip.compress(body);
            headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        CRC32 checksum = new CRC32();
        checksum.update(body);
        headers.put(HttpHeader.CONTENT_TYPE, reply.contentType());
        headers.put("x-amzn-RequestId", RequestIds.next());
        headers.put("x-amz-crc32", checksum.getValue());
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean headOnly = request.getMethod().equals("HEAD");
        Callback written = body.length > MIN_TIMED ? closingIfLate(request, callback) : callback;
        response.write(true, headOnly ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), written);
    }

    /** A response that the system can't take at once must be read in time; Jetty's time-out begins anew with each byte. */
    private Callback closingIfLate(Request request, Callback callback) {
        Callback.Completable written = new Callback.Completable();
        written.orTimeout(limits.response().toMillis(), TimeUnit.MILLISECONDS).whenComplete((nothing, failure) -> {
            if (failure instanceof TimeoutException) {
                request.getConnectionMetaData().getConnection().getEndPoint().close();
            }
            if (failure == null) {
                callback.succeeded();
            } else {
                callback.failed(failure);
            }
        });
        return written;
    }

    private static boolean acceptsGzip(Request request) {
        String accepted = request.getHeaders().get(HttpHeader.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }
}
