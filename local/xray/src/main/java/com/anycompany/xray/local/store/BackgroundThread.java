package com.anycompany.xray.local.store;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Executor with a single thread. It doesn't keep the process alive, and ends when it has had nothing to do for
 * a while; so it need not be closed.
 */
final class BackgroundThread implements Executor {

    private static final int IDLE_SECONDS = 5;

    private final ThreadPoolExecutor one;

    BackgroundThread(String name) {
        one = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        one.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable work) {
        one.execute(work);
    }
}
