package com.anycompany.xray.local;

import com.anycompany.xray.local.store.TraceStore;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Thread that restores the documents of an earlier process, some at a time, while others are received and read. */
final class BackgroundRestore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundRestore.class);
    private static final long CLOSE_SECONDS = 5;

    private final TraceStore store;
    private final Thread thread = new Thread(this::run, "restore");
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean closing;

    BackgroundRestore(TraceStore store) {
        this.store = store;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            boolean more = true;
            while (more && !closing) {
                more = restoreSome();
            }
        } finally {
            done.countDown();
        }
    }

    /** What fails once may succeed with the next documents: a lack of memory may be temporary. */
    private boolean restoreSome() {
        try {
            return store.restoreSome();
        } catch (RuntimeException | Error e) {
            LOG.error("restoring failed for some traces", e);
            return store.isRestoring();
        }
    }

    void await() throws InterruptedException {
        done.await();
    }

    @Override
    public void close() {
        closing = true;
        try {
            if (thread.isAlive() && !done.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the restore didn't stop within {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
