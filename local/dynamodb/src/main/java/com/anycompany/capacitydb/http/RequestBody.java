package com.anycompany.capacitydb.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Collects a request's body without holding a thread while nothing comes, so that slow clients cost a connection each and nothing
 * else. Completes with null when there is too much: the excess is skipped, since a client that is still sending wouldn't see the
 * answer.
 */
final class RequestBody extends CompletableFuture<byte @Nullable []> implements Runnable {

    private static final int MAX_SKIPPED = 64 << 20;

    /** Room is made for so many times what has come: an announced length is trusted no further. */
    private static final int TRUST = 4;

    private final Request request;
    private final int max;
    private byte[] bytes = new byte[0];
    private long received;

    RequestBody(Request request, int max) {
        this.request = request;
        this.max = max;
    }

    /** Takes what is there; called again when there is more. */
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

    /** All that was announced, if enough of it has come. */
    private int room(int size) {
        long announced = request.getLength();
        return announced >= size ? (int) Math.min(Math.min(announced, max), (long) size * TRUST) : size * 2;
    }

    private byte[] content() {
        return received == bytes.length ? bytes : Arrays.copyOf(bytes, (int) received);
    }
}
