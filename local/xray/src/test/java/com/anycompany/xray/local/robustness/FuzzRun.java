package com.anycompany.xray.local.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/**
 * How long spoilt input is sent, and what is expected of each. {@code -Dxray.fuzz.iterations=1000000} asks for a long run,
 * {@code -Dxray.fuzz.seed=…} for one that failed.
 */
final class FuzzRun {

    static final long SEED = Long.getLong("xray.fuzz.seed", System.nanoTime());

    private static final Integer WANTED = Integer.getInteger("xray.fuzz.iterations");
    private static final int SHORT = 20_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE = WANTED == null ? 3 * SECOND : 6 * 3600 * SECOND;

    private final String what;
    private final int planned;
    private final long began = System.nanoTime();
    private int done;

    /** @param percent of all iterations */
    FuzzRun(String what, int percent) {
        this.what = what;
        this.planned = (int) ((WANTED == null ? SHORT : WANTED) * (long) percent / 100);
    }

    /** Whether there is another one to be sent. A slow machine does less in a build; a run that was asked for is done whole. */
    boolean goesOn() {
        if (done < planned && System.nanoTime() - began < PATIENCE) {
            done++;
            return true;
        }
        System.out.printf(
                "-Dxray.fuzz.seed=%d: %d %s in %d s%n", SEED, done, what, (System.nanoTime() - began) / SECOND);
        return false;
    }

    int done() {
        return done;
    }

    static void timed(byte[] input, Runnable work) {
        timed(new String(input, StandardCharsets.UTF_8), work);
    }

    /** Fails on whatever is thrown, and on more than a second of this thread's time. */
    static void timed(String input, Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + SEED + ", input " + input, e);
        }
        long spent = threads.getCurrentThreadCpuTime() - start;
        if (spent > SECOND) {
            throw new AssertionError("seed " + SEED + ": " + spent / 1_000_000 + " ms for " + input);
        }
    }

    static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    static <T> void eachIs(List<T> all, Predicate<T> right) {
        assertThat(all).as("seed %d", SEED).allMatch(right);
    }
}
