package com.anycompany.service.spring.server;

import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.coyote.ActionCode;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.Request;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Receives the body of one request without blocking. It is called on a thread of the server for each piece that has come, and
 * no thread waits in between.
 */
final class BodyReader implements ReadListener, ApplicationBufferHandler {

    private static final int FIRST_SIZE = 1024;
    private static final ByteChunk NOTHING = new ByteChunk();

    private final Request request;
    private final BodyBudget budget;
    private byte[] body = new byte[0];
    private int size;
    private long received;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private @Nullable Refusal refusal;

    BodyReader(Request request, BodyBudget budget) {
        this.request = request;
        this.budget = budget;
        if (request.getContentLengthLong() > budget.maxSize()) {
            refusal = Refusal.tooLarge(budget.maxSize());
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        try {
            while (!isComplete() && request.isReady()) {
                if (request.doRead(this) > 0) {
                    take();
                }
            }
        } catch (BadRequestException e) {
            refuse(Refusal.malformedBody());
            received = Long.MAX_VALUE;
        }
    }

    /** Whether the whole body has come, or nothing more of it is wanted. */
    boolean isComplete() {
        return received > budget.maxDiscarded() || request.isFinished();
    }

    long received() {
        return received;
    }

    void refuse(Refusal reason) {
        refusal = reason;
        release();
    }

    /** Gives the body back to the request, as if it were still to be read, or tells why it was refused. */
    void replay() {
        if (refusal == null) {
            ReplayedBody.start(request, ByteBuffer.wrap(body, 0, size), this::release);
        } else {
            request.setAttribute(Refusal.ATTRIBUTE, refusal);
            // Nothing more is read from the connection, not even to find its next request: it will be closed.
            request.action(ActionCode.REQ_SET_BODY_REPLAY, NOTHING);
        }
    }

    /** Frees the memory. It may be called more than once. */
    void release() {
        budget.release(body.length);
        body = new byte[0];
        size = 0;
    }

    private void take() {
        int more = piece.remaining();
        received += more;
        if (refusal == null && received > budget.maxSize()) {
            refuse(Refusal.tooLarge(budget.maxSize()));
        }
        if (refusal == null && !hasRoomFor(more)) {
            refuse(Refusal.overloaded(budget.retryAfter()));
        }
        if (refusal == null) {
            piece.get(body, size, more);
            size += more;
        }
    }

    private boolean hasRoomFor(int more) {
        if (size + more <= body.length) {
            return true;
        }
        int length = Math.max(Math.max(FIRST_SIZE, body.length * 2), size + more);
        if (!budget.reserve(length - body.length)) {
            return false;
        }
        body = Arrays.copyOf(body, length);
        return true;
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        piece = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return piece;
    }

    @Override
    public void expand(int size) {}

    @Override
    public void onAllDataRead() {}

    @Override
    public void onError(Throwable throwable) {}
}
