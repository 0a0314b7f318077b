package com.anycompany.xray.local.ingest;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Bounded queue of the datagrams that have been received and not stored yet.
 *
 * <p>The receiver fills the youngest batch while the other side works on the oldest. When that side keeps up, it takes
 * the youngest too, however little is in it, so a single datagram doesn't wait for others.
 */
final class DatagramQueue {

    /** So many emptied batches wait to be used again; a burst's other ones are left to the garbage collector. */
    private static final int SPARE = 4;

    private final int most;
    private final Deque<DatagramBatch> filled = new ArrayDeque<>();
    private final Deque<DatagramBatch> spare = new ArrayDeque<>();
    private boolean closed;

    DatagramQueue(long bytes) {
        this.most = (int) Math.max(2, bytes / DatagramBatch.BYTES);
    }

    /** Returns whether there was room for it. */
    synchronized boolean offer(ByteBuffer datagram) {
        DatagramBatch youngest = filled.peekLast();
        if (youngest == null || !youngest.fits(datagram.remaining())) {
            if (filled.size() == most) {
                return false;
            }
            youngest = spare.isEmpty() ? new DatagramBatch() : spare.removeLast();
            filled.add(youngest);
        }
        boolean first = filled.size() == 1 && youngest.size() == 0;
        youngest.add(datagram);
        if (first) {
            notifyAll();
        }
        return true;
    }

    /** Waits for the oldest batch; null once the queue is closed and empty. */
    synchronized @Nullable DatagramBatch take() throws InterruptedException {
        while (filled.isEmpty() && !closed) {
            wait();
        }
        return filled.pollFirst();
    }

    /** Takes a batch back that has been read. */
    synchronized void giveBack(DatagramBatch batch) {
        if (spare.size() < SPARE) {
            batch.clear();
            spare.add(batch);
        }
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
