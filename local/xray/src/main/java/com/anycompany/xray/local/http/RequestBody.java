package com.anycompany.xray.local.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Non-blocking reader of a request's body: a slow client occupies a connection, but no thread. Completes with an empty
 * array if the body is discarded, for which {@link #outcome} has the reason. With HTTP/1 the rest of such a body is read, because a
 * client that is still sending doesn't read the response; with HTTP/2 it does.
 */
final class RequestBody extends CompletableFuture<byte[]> implements Runnable {

    private static final int MAX_SKIPPED = 64 << 20;

    /** The buffer is at most this many times as large as what has been received, whatever Content-Length says. */
    private static final int MAX_GROWTH = 4;

    private static final byte[] NOTHING = new byte[0];

    private final Request request;
    private final Limits limits;
    private final BodyMemory memory;
    private byte[] bytes = NOTHING;
    private volatile long received;
    private volatile Outcome outcome = Outcome.RECEIVED;

    /** What became of a body. */
    enum Outcome {
        RECEIVED,
        /** It has more bytes than a body may have. */
        TOO_LARGE,
        /** There was no memory left for it. */
        BUSY
    }

    /**
     * How large and how slow a body may be.
     *
     * @param timeout the time for the whole body
     * @param grace the time after which the rate counts
     * @param bytesPerSecond the least rate, on average since the beginning
     */
    record Limits(int bytes, Duration timeout, Duration grace, int bytesPerSecond) {

        static final Limits DEFAULT =
                new Limits(Endpoint.MAX_BODY_BYTES, Duration.ofSeconds(30), Duration.ofSeconds(5), 1024);

        /** The same with less time, if {@code most} is less. */
        Limits within(@Nullable Duration most) {
            return most == null || most.compareTo(timeout) >= 0
                    ? this
                    : new Limits(bytes, most, most.compareTo(grace) < 0 ? most : grace, bytesPerSecond);
        }
    }

    RequestBody(Request request, Limits limits, BodyMemory memory) {
        this.request = request;
        this.limits = limits;
        this.memory = memory;
    }

    /** Reads what has been received; Jetty calls it again when there is more. */
    @Override
    public void run() {
        try {
            readAvailable();
        } catch (Throwable e) {
            completeExceptionally(e);
        }
    }

    private void readAvailable() {
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
        boolean last = chunk.isLast();
        try {
            take(chunk.getByteBuffer());
        } finally {
            chunk.release();
        }
        if (outcome != Outcome.RECEIVED && HttpRequest.isHttp2(request)) {
            complete(NOTHING);
        } else if (received > limits.bytes() + (long) MAX_SKIPPED) {
            completeExceptionally(new IOException("the body has more than " + received + " bytes"));
        } else if (last) {
            complete(content());
        }
    }

    private void take(ByteBuffer buffer) {
        received += buffer.remaining();
        if (received > limits.bytes()) {
            discard(Outcome.TOO_LARGE);
        }
        if (outcome == Outcome.RECEIVED) {
            append(buffer);
        }
    }

    private void append(ByteBuffer buffer) {
        int size = (int) received;
        if (size > bytes.length) {
            int room = room(size);
            if (!memory.reserve(room - bytes.length)) {
                discard(Outcome.BUSY);
                return;
            }
            bytes = Arrays.copyOf(bytes, room);
        }
        buffer.get(bytes, size - buffer.remaining(), buffer.remaining());
    }

    private void discard(Outcome reason) {
        outcome = reason;
        release();
    }

    /** The new size of the buffer: the Content-Length, if enough of it has been received. */
    private int room(int size) {
        long announced = request.getLength();
        return announced >= size
                ? (int) Math.min(Math.min(announced, limits.bytes()), (long) size * MAX_GROWTH)
                : (int) Math.min(size * 2L, limits.bytes());
    }

    private byte[] content() {
        return outcome != Outcome.RECEIVED || received == bytes.length ? bytes : Arrays.copyOf(bytes, (int) received);
    }

    /** Gives the memory back that was reserved; to be called once the request has been answered. */
    void release() {
        memory.release(bytes.length);
        bytes = NOTHING;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Gives the body up once it takes too long or arrives too slowly; to be called for one that isn't there at once. */
    void watch() {
        watch(System.nanoTime());
    }

    private void watch(long begun) {
        long interval = Math.min(1000, limits.grace().toMillis());
        delayedExecutor(interval, TimeUnit.MILLISECONDS).execute(() -> {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            if (millis >= limits.timeout().toMillis()) {
                giveUp("the body didn't arrive within " + limits.timeout().toSeconds() + " s");
            } else if (millis >= limits.grace().toMillis() && received * 1000 < millis * limits.bytesPerSecond()) {
                giveUp("the body arrived more slowly than " + limits.bytesPerSecond() + " bytes a second");
            }
            if (!isDone()) {
                watch(begun);
            }
        });
    }

    private void giveUp(String reason) {
        completeExceptionally(new TimeoutException(reason));
    }
}
