package com.anycompany.xray.local.http;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Jetty handler: checks a request's origin, reads its body, routes it and writes the response. */
final class RequestHandler extends Handler.Abstract {

    private static final byte[] NO_BODY = new byte[0];

    private final Function<Request, Router> routers;
    private final OriginCheck origins;
    private final RequestBody.Limits limits;
    private final ResponseLimits responses;
    private final BodyMemory memory;

    /**
     * How slowly a response may be read.
     *
     * @param graceMillis the time for a response of any size
     * @param bytesPerSecond the least rate of what is larger
     */
    record ResponseLimits(int fromBytes, long graceMillis, int bytesPerSecond) {

        /** The system's buffers take a smaller one at once. */
        static final ResponseLimits DEFAULT = new ResponseLimits(16 * 1024, 30_000, 64 * 1024);

        long millis(int bytes) {
            return graceMillis + bytes * 1000L / bytesPerSecond;
        }
    }

    RequestHandler(
            Function<Request, Router> routers,
            OriginCheck origins,
            RequestBody.Limits limits,
            ResponseLimits responses,
            BodyMemory memory) {
        this.routers = routers;
        this.origins = origins;
        this.limits = limits;
        this.responses = responses;
        this.memory = memory;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Router router = routers.apply(request);
        String refusal = origins.refusal(host(request), request.getHeaders().get("Origin"));
        if (refusal != null) {
            write(router.refuseOrigin(new HttpRequest(request, NO_BODY), refusal), request, response, callback);
            return true;
        }
        RequestBody body = new RequestBody(request, limits.within(GrpcTimeout.of(request.getHeaders())), memory);
        body.run();
        if (!body.isDone()) {
            body.watch();
        }
        body.whenComplete((bytes, failure) -> respond(router, body, bytes, failure, request, response, callback));
        return true;
    }

    /** HTTP/2 has it in a field of its own. */
    private static @Nullable String host(Request request) {
        String host = request.getHeaders().get("Host");
        return host == null && HttpRequest.isHttp2(request)
                ? request.getHttpURI().getAuthority()
                : host;
    }

    private void respond(
            Router router,
            RequestBody body,
            byte @Nullable [] bytes,
            @Nullable Throwable failure,
            Request request,
            Response response,
            Callback callback) {
        try {
            if (failure instanceof TimeoutException) {
                HttpRequest received = new HttpRequest(request, NO_BODY);
                write(router.refuseSlow(received, String.valueOf(failure.getMessage())), request, response, callback);
            } else if (failure != null) {
                callback.failed(failure);
            } else {
                HttpRequest received = new HttpRequest(request, bytes == null ? NO_BODY : bytes);
                write(router.route(received, body.outcome()), request, response, callback);
            }
        } catch (Throwable e) {
            callback.failed(e);
        } finally {
            body.release();
        }
    }

    private void write(HttpResponse written, Request request, Response response, Callback callback) {
        response.setStatus(written.status());
        written.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
        int length = written.body().length;
        if (written.status() != 304) {
            response.getHeaders().put("Content-Length", length);
        }
        if (!written.trailers().isEmpty()) {
            HttpFields.Mutable trailers = HttpFields.build();
            written.trailers().forEach(trailers::put);
            response.setTrailersSupplier(() -> trailers);
        }
        boolean headOnly = request.getMethod().equals("HEAD");
        Callback watched = headOnly || length < responses.fromBytes() ? callback : watch(request, length, callback);
        response.write(true, headOnly ? ByteBuffer.allocate(0) : ByteBuffer.wrap(written.body()), watched);
    }

    /** Ends the connection of a client that reads too slowly: until then the response occupies memory. */
    private Callback watch(Request request, int length, Callback callback) {
        CompletableFuture<Void> read = new CompletableFuture<>();
        EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
        read.orTimeout(responses.millis(length), TimeUnit.MILLISECONDS).whenComplete((done, failure) -> {
            if (failure != null) {
                client.close(failure);
            }
        });
        return Callback.from(() -> read.complete(null), callback);
    }
}
