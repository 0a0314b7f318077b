package com.anycompany.xray.local.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.UUID;
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
    private final OriginCheck origins;

    HttpHandler(Router router, OriginCheck origins) {
        this.router = router;
        this.origins = origins;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        write(reply(request), request, response, callback);
        return true;
    }

    private Reply reply(Request request) throws IOException {
        String refusal = origins.refusal(
                request.getHeaders().get("Host"), request.getHeaders().get("Origin"));
        if (refusal != null) {
            return Reply.error(403, "AccessDeniedException", refusal);
        }
        byte[] body = body(request);
        if (body == null) {
            return Reply.error(413, "RequestEntityTooLargeException", "the body has more than " + MAX_BODY + " bytes");
        }
        return router.route(request.getMethod(), Request.getPathInContext(request), body, request);
    }

    private static byte @Nullable [] body(Request request) throws IOException {
        if (request.getLength() > MAX_BODY) {
            return null;
        }
        try (InputStream in = Request.asInputStream(request)) {
            byte[] body = in.readNBytes(MAX_BODY + 1);
            return body.length > MAX_BODY ? null : body;
        }
    }

    private static void write(Reply reply, Request request, Response response, Callback callback) {
        response.setStatus(reply.status());
        reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
        response.getHeaders().put("Content-Length", reply.body().length);
        boolean headOnly = request.getMethod().equals("HEAD");
        response.write(true, headOnly ? ByteBuffer.allocate(0) : ByteBuffer.wrap(reply.body()), callback);
    }
}
