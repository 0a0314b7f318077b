package com.anycompany.shop.launcher.supervise;

import java.util.concurrent.CountDownLatch;

/**
 * What the launcher does when it is asked to stop (Ctrl-C, SIGTERM): one action until the supervisor has taken over, such as
 * ending the parts that were kept from an earlier run, and another one from then on. Exactly one of the two is done.
 */
public final class ShutdownHook {

    private final CountDownLatch done = new CountDownLatch(1);
    private Runnable action;
    private boolean stopping;

    private ShutdownHook(Runnable action) {
        this.action = action;
    }

    /** @param action what is done if the request to stop comes before {@link #replace} */
    public static ShutdownHook register(Runnable action) {
        ShutdownHook hook = new ShutdownHook(action);
        Runtime.getRuntime().addShutdownHook(new Thread(hook::run));
        return hook;
    }

    /** From now on does something else; returns false, and changes nothing, if the request to stop has come already. */
    public synchronized boolean replace(Runnable next) {
        if (!stopping) {
            action = next;
        }
        return !stopping;
    }

    /** Waits until the request to stop has come and its action is done. */
    public void await() throws InterruptedException {
        done.await();
    }

    void run() {
        try {
            begin().run();
        } finally {
            done.countDown();
        }
    }

    private synchronized Runnable begin() {
        stopping = true;
        return action;
    }
}
