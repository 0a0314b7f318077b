package com.anycompany.service.spring.server;

import java.nio.ByteBuffer;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Input buffer from which the servlet container reads a body that was received before. It takes the place of the connection's
 * until the request has ended.
 */
final class ReplayedBody implements InputBuffer {

    private final InputBuffer connection;
    private final ByteBuffer body;
    private final Runnable release;

    private ReplayedBody(InputBuffer connection, ByteBuffer body, Runnable release) {
        this.connection = connection;
        this.body = body;
        this.release = release;
    }

    /** @param release frees the body's memory */
    static void start(Request request, ByteBuffer body, Runnable release) {
        request.setInputBuffer(new ReplayedBody(request.getInputBuffer(), body, release));
    }

    static void end(Request request) {
        if (request.getInputBuffer() instanceof ReplayedBody replayed) {
            request.setInputBuffer(replayed.connection);
            replayed.release.run();
        }
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) {
        int length = body.remaining();
        if (length == 0) {
            return -1;
        }
        handler.setByteBuffer(body.slice());
        body.position(body.limit());
        return length;
    }

    @Override
    public int available() {
        return body.remaining();
    }
}
