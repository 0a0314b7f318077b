package com.anycompany.xray.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** How long one request takes, asked again and again by one client. Milliseconds. */
record Latency(double p50, double p95, double worst) {

    static Latency of(int warmUp, int times, Callable<?> request) throws Exception {
        for (int i = 0; i < warmUp; i++) {
            request.call();
        }
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            request.call();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return new Latency(millis[times / 2], millis[(int) (times * 0.95)], millis[times - 1]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f / %.1f ms", p50, p95);
    }
}
