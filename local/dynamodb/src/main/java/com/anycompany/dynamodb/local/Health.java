package com.anycompany.dynamodb.local;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers {@code GET /health}, which the engine itself would refuse as an unsigned request. */
final class Health extends Handler.Wrapper {

    private static final String UP = "{\"status\":\"UP\"}";

    Health(Handler engine) {
        super(engine);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!Request.getPathInContext(request).equals("/health")) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(UP.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
