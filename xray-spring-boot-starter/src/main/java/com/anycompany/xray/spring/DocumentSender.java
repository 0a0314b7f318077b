package com.anycompany.xray.spring;

import com.anycompany.xray.spring.DocumentCounts.DropReason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounded queue of datagrams, and the thread that sends them. A caller never waits for the network: what doesn't fit into the
 * queue is dropped and counted.
 *
 * <p>The thread sends what it finds, then waits a few milliseconds before it looks again, so that a busy service doesn't wake it
 * for each document.
 *
 * <pre>
 * requests  offer offer   offer  offer offer
 * thread    |send|  5 ms   |send send|  5 ms  |send send|
 * </pre>
 *
 * <p>Decision: docs/adr/058-documents-sent-by-a-thread.md.
 */
final class DocumentSender implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(5);

    /** At the application's end; what is left after this time is lost. */
    private static final Duration CLOSING_TIME = Duration.ofSeconds(1);

    /** The memory that even a short document holds. */
    private static final int LEAST = 2048;

    /** More than fits into a datagram. */
    private static final int LARGEST = 1 << 16;

    private final Supplier<InetSocketAddress> daemon;
    private final long maxQueuedBytes;
    private final DocumentCounts counts;
    private final DatagramChannel channel;
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(LARGEST);
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Queue<JsonBuffer> queue = new ArrayDeque<>();
    private long queuedBytes;
    private boolean isIdle;
    private boolean isClosed;

    /** @param daemon address that the next datagram goes to */
    DocumentSender(Supplier<InetSocketAddress> daemon, long maxQueuedBytes, DocumentCounts counts) throws IOException {
        this.daemon = daemon;
        this.maxQueuedBytes = maxQueuedBytes;
        this.counts = counts;
        this.channel = DatagramChannel.open();
        thread = new Thread(this::run, "xray-sender");
        thread.setDaemon(true);
        thread.start();
    }

    /** Queues a datagram; false if it is dropped. After {@link #close} it is sent at once. */
    boolean offer(JsonBuffer document) {
        @Nullable String full;
        lock.lock();
        try {
            if (isClosed) {
                full = null;
            } else if (enqueue(document)) {
                return true;
            } else {
                full = queue.size() + " documents of " + queuedBytes + " bytes wait";
            }
        } finally {
            lock.unlock();
        }
        if (full == null) {
            return send(document);
        }
        // Without the lock, since it may be logged.
        counts.dropped(DropReason.QUEUE_FULL, full);
        return false;
    }

    private boolean enqueue(JsonBuffer document) {
        int size = Math.max(LEAST, document.length());
        if (queuedBytes + size > maxQueuedBytes) {
            return false;
        }
        queuedBytes += size;
        queue.add(document);
        if (isIdle) {
            changed.signal();
        }
        return true;
    }

    private void run() {
        try {
            while (true) {
                Queue<JsonBuffer> documents = take();
                if (documents.isEmpty()) {
                    return;
                }
                documents.forEach(this::send);
                pause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for documents; empty at the end. */
    private Queue<JsonBuffer> take() throws InterruptedException {
        lock.lock();
        try {
            isIdle = true;
            while (queue.isEmpty() && !isClosed) {
                changed.await();
            }
            isIdle = false;
            Queue<JsonBuffer> documents = queue;
            queue = new ArrayDeque<>();
            queuedBytes = 0;
            return documents;
        } finally {
            lock.unlock();
        }
    }

    private void pause() throws InterruptedException {
        lock.lock();
        try {
            long left = PAUSE.toNanos();
            while (!isClosed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private synchronized boolean send(JsonBuffer document) {
        // An interrupted thread would close the channel for all others.
        boolean interrupted = Thread.interrupted();
        try {
            datagram.clear().put(document.content()).flip();
            channel.send(datagram, daemon.get());
            counts.sent();
            return true;
        } catch (IOException | RuntimeException e) {
            counts.dropped(DropReason.SEND_FAILED, e.toString());
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Sends what is queued. */
    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            TimeUnit.MILLISECONDS.timedJoin(thread, CLOSING_TIME.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
