package com.anycompany.xray.local.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Connects the router to Jetty: checks where a request comes from, bounds its body, writes the answer. */
final class HttpHandler extends Handler.Abstract {

    /** Fifty documents of 64 KB, each twice as long once its quotes are escaped, and something to spare. */
    static final int MAX_BODY = 8 << 20;

    private final Router router;
    private final OtlpEndpoint otlp;
    private final OriginCheck origins;
    private final Duration maxUpload;

    HttpHandler(Router router, OtlpEndpoint otlp, OriginCheck origins, Duration maxUpload) {
        this.router = router;
        this.otlp = otlp;
        this.origins = origins;
        this.maxUpload = maxUpload;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String refusal = origins.refusal(
                request.getHeaders().get("Host"), request.getHeaders().get("Origin"));
        if (refusal != null) {
            write(Reply.error(403, "AccessDeniedException", refusal), request, response, callback);
            return true;
        }
        RequestBody body = new RequestBody(request, MAX_BODY);
        body.run();
        if (!body.isDone()) {
            body.orTimeout(maxUpload.toMillis(), TimeUnit.MILLISECONDS);
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
            Reply late = Reply.error(
                    408, "RequestTimeoutException", "the body didn't arrive within " + maxUpload.toSeconds() + " s");
            write(late.with("Connection", "close"), request, response, callback);
        } else if (failure != null) {
            callback.failed(failure);
        } else {
            try {
                write(reply(body, request), request, response, callback);
            } catch (RuntimeException | StackOverflowError e) {
                callback.failed(e);
            }
        }
    }

    private Reply reply(byte @Nullable [] body, Request request) {
        String path = Request.getPathInContext(request);
        if (path.equals(OtlpEndpoint.PATH)) {
            return otlp(request, body);
        }
        if (body == null) {
            return Reply.error(413, "RequestEntityTooLargeException", "the body has more than " + MAX_BODY + " bytes");
        }
        return router.route(request.getMethod(), path, body, request);
    }

    private Reply otlp(Request request, byte @Nullable [] body) {
        String contentType = request.getHeaders().get("Content-Type");
        return body == null
                ? otlp.tooLarge(contentType)
                : otlp.export(
                        request.getMethod(), contentType, request.getHeaders().get("Content-Encoding"), body);
    }

    private static void write(Reply reply, Request request, Response response, Callback callback) {
        response.setStatus(reply.status());
        reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
        if (reply.status() != 304) {
            response.getHeaders().put("Content-Length", reply.body().length);
        }
        boolean headOnly = request.getMethod().equals("HEAD");
        response.write(true, headOnly ? ByteBuffer.allocate(0) : ByteBuffer.wrap(reply.body()), callback);
    }
}
