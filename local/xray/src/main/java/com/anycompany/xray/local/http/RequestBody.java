package com.anycompany.xray.local.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Non-blocking reader of a request's body: a slow client occupies a connection, but no thread. Completes with null if the
 * body is too large. The excess is read and discarded, because a client that is still sending doesn't read the response.
 */
final class RequestBody extends CompletableFuture<byte @Nullable []> implements Runnable {

    private static final int MAX_SKIPPED = 64 << 20;

    /** The buffer is at most this many times as large as what has been received, whatever Content-Length says. */
    private static final int MAX_GROWTH = 4;

    private final Request request;
    private final int max;
    private byte[] bytes = new byte[0];
    private long received;

    RequestBody(Request request, int max) {
        this.request = request;
        this.max = max;
    }

    /** Reads what has been received; Jetty calls it again when there is more. */
    @Override
    public void run() {
        while (!isDone()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                completeExceptionally(chunk.getFailure());
                return;
            }
            take(chunk);
        }
    }

    private void take(Content.Chunk chunk) {
        ByteBuffer buffer = chunk.getByteBuffer();
        received += buffer.remaining();
        if (received <= max) {
            append(buffer);
        }
        boolean last = chunk.isLast();
        chunk.release();
        if (received > max + (long) MAX_SKIPPED) {
            completeExceptionally(new IOException("the body has more than " + received + " bytes"));
        } else if (last) {
            complete(received > max ? null : content());
        }
    }

    private void append(ByteBuffer buffer) {
        int size = (int) received;
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, room(size));
        }
        buffer.get(bytes, size - buffer.remaining(), buffer.remaining());
    }

    /** The new size of the buffer: the Content-Length, if enough of it has been received. */
    private int room(int size) {
        long announced = request.getLength();
        return announced >= size ? (int) Math.min(Math.min(announced, max), (long) size * MAX_GROWTH) : size * 2;
    }

    private byte[] content() {
        return received == bytes.length ? bytes : Arrays.copyOf(bytes, (int) received);
    }
}
