package com.anycompany.xray.local.benchmark;

import com.anycompany.xray.local.ingest.Intake;
import com.anycompany.xray.local.ingest.UdpListener;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.StoreOptions;
import com.anycompany.xray.local.store.TraceOrder;
import com.anycompany.xray.local.store.TraceReading;
import com.anycompany.xray.local.store.TraceStore;
import com.anycompany.xray.local.summary.TraceSummary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rates, memory and latencies in a minute, in one process: to see what is silly, not to compare with others. */
final class QuickBenchmark {

    private static final int DOCUMENTS = 200_000;
    private static final Clock CLOCK = Clock.systemUTC();

    private QuickBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> documents = documents(args.length > 0 ? Integer.parseInt(args[0]) : DOCUMENTS);
        System.out.printf(
                "%d documents of %.0f bytes%n",
                documents.size(),
                documents.stream().mapToInt(String::length).average().orElse(0));
        put(documents);
        TraceStore store = put(documents);
        queries(store, documents);
        udp(documents);
    }

    private static List<String> documents(int count) {
        SampleTraffic traffic = new SampleTraffic(1);
        List<String> documents = new ArrayList<>(count);
        double now = CLOCK.millis() / 1000.0 - 600;
        while (documents.size() < count) {
            documents.addAll(traffic.trace(now += 0.01));
        }
        return documents;
    }

    private static TraceStore put(List<String> documents) throws InterruptedException {
        long before = liveHeap();
        TraceStore store = new TraceStore(new StoreOptions(1L << 30, Duration.ofHours(1)));
        Intake intake = new Intake(store, CLOCK);
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long worst = 0;
        for (int i = 0; i < documents.size(); i += 50) {
            long call = System.nanoTime();
            intake.put(documents.subList(i, Math.min(i + 50, documents.size())));
            if (i % 5000 == 0) {
                store.tidy(CLOCK.millis());
            }
            worst = Math.max(worst, System.nanoTime() - call);
        }
        report("put, one thread", documents.size(), start);
        cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        System.out.printf("  %.1f µs of processor time per document%n", cpu / 1e3 / documents.size());
        System.out.printf("  worst call %.1f ms%n", worst / 1e6);
        store.tidy(CLOCK.millis() + 6000);
        System.out.printf(
                "  live heap per document %.0f bytes; by the store's own account %.0f%n",
                (double) (liveHeap() - before) / documents.size(),
                (double) store.usage().bytes() / documents.size());
        return store;
    }

    private static void queries(TraceStore store, List<String> documents) {
        int now = (int) (CLOCK.millis() / 1000);
        latency("service graph of an hour", () -> store.serviceGraph(now - 3600, now + 1));
        latency(
                "one page of 100 summaries",
                () -> store.newestFirst(TraceOrder.START, 0, Long.MAX_VALUE, null, 100).stream()
                        .map(TraceReading::assemble)
                        .map(TraceSummary::of)
                        .toList());
        List<TraceReading> some = store.newestFirst(TraceOrder.START, 0, Long.MAX_VALUE, null, documents.size());
        List<TraceId> five = List.of(
                some.get(0).id(),
                some.get(some.size() / 4).id(),
                some.get(some.size() / 3).id(),
                some.get(some.size() / 2).id(),
                some.get(some.size() - 1).id());
        latency(
                "five traces read",
                () -> store.find(five).stream().map(TraceReading::assemble).toList());
    }

    private static void latency(String what, Runnable query) {
        double[] millis = new double[300];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            query.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(millis, 100, 300);
        Arrays.sort(warm);
        System.out.printf("%s: p50 %.2f ms, p95 %.2f ms%n", what, warm[100], warm[190]);
    }

    private static void udp(List<String> documents) throws IOException, InterruptedException {
        TraceStore store = new TraceStore(new StoreOptions(64L << 20, Duration.ofHours(1)));
        Intake intake = new Intake(store, CLOCK);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        List<ByteBuffer> datagrams = documents.stream()
                .map(document -> ByteBuffer.wrap(
                        ("{\"format\": \"json\", \"version\": 1}\n" + document).getBytes(StandardCharsets.UTF_8)))
                .toList();
        try (UdpListener listener = UdpListener.start(new InetSocketAddress(loopback, 0), intake);
                DatagramChannel sender = DatagramChannel.open()) {
            sender.connect(new InetSocketAddress(loopback, listener.port()));
            long start = System.nanoTime();
            for (ByteBuffer datagram : datagrams) {
                sender.write(datagram.rewind());
            }
            report("udp sent", documents.size(), start);
            long stored = -1;
            while (stored != intake.counters().stored()) {
                stored = intake.counters().stored();
                store.tidy(CLOCK.millis());
                Thread.sleep(100);
            }
            report("udp stored (unpaced, store at its bound, last 0.1 s idle)", stored, start);
            System.out.printf(
                    "  received %d, dropped %d, lost by the system %d%n",
                    intake.counters().received(),
                    intake.counters().dropped(),
                    documents.size() - intake.counters().received());
        }
    }

    private static void report(String what, long count, long startNanos) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        System.out.printf("%s: %d in %.2f s, %.0f/s%n", what, count, seconds, count / seconds);
    }

    private static long liveHeap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
