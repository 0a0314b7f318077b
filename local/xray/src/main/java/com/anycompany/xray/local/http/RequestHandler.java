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

/** Jetty handler: checks a request's origin, reads its body, routes it and writes the response. */
final class RequestHandler extends Handler.Abstract {

    private static final byte[] NO_BODY = new byte[0];

    private final Router router;
    private final OriginCheck origins;
    private final Duration bodyTimeout;

    RequestHandler(Router router, OriginCheck origins, Duration bodyTimeout) {
        this.router = router;
        this.origins = origins;
        this.bodyTimeout = bodyTimeout;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String refusal = origins.refusal(
                request.getHeaders().get("Host"), request.getHeaders().get("Origin"));
        if (refusal != null) {
            write(HttpResponse.error(403, "AccessDeniedException", refusal), request, response, callback);
            return true;
        }
        RequestBody body = new RequestBody(request, Endpoint.MAX_BODY_BYTES);
        body.run();
        if (!body.isDone()) {
            body.orTimeout(bodyTimeout.toMillis(), TimeUnit.MILLISECONDS);
        }
        body.whenComplete((bytes, failure) -> respond(bytes, failure, request, response, callback));
        return true;
    }

    private void respond(
            byte @Nullable [] body,
            @Nullable Throwable failure,
            Request request,
            Response response,
            Callback callback) {
        if (failure instanceof TimeoutException) {
            HttpResponse timeout = HttpResponse.error(
                    408, "RequestTimeoutException", "the body didn't arrive within " + bodyTimeout.toSeconds() + " s");
            write(timeout.with("Connection", "close"), request, response, callback);
        } else if (failure != null) {
            callback.failed(failure);
        } else {
            try {
                HttpRequest received = new HttpRequest(request, body == null ? NO_BODY : body);
                write(router.route(received, body == null), request, response, callback);
            } catch (RuntimeException | StackOverflowError e) {
                callback.failed(e);
            }
        }
    }

    private static void write(HttpResponse written, Request request, Response response, Callback callback) {
        response.setStatus(written.status());
        written.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
        if (written.status() != 304) {
            response.getHeaders().put("Content-Length", written.body().length);
        }
        boolean headOnly = request.getMethod().equals("HEAD");
        response.write(true, headOnly ? ByteBuffer.allocate(0) : ByteBuffer.wrap(written.body()), callback);
    }
}
