package com.anycompany.xray.local.benchmark;

import com.anycompany.xray.local.decode.DocumentDecoder;
import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.parse.InvalidDocument;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.store.StoreOptions;
import com.anycompany.xray.local.store.TraceStore;
import com.anycompany.xray.local.template.EncodedDocument;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;

/**
 * Where ingest spends its time: what each step costs per document, in microseconds of one thread's processor time and in
 * bytes of garbage or keepings, the least of many rounds. Other work on the machine distorts this less than it distorts rates.
 */
final class ProcessorTime {

    private static final int TRACES = 3_000;
    private static final int ROUNDS = 40;
    private static final int BATCH = 240;

    private final List<byte[]> documents = new ArrayList<>();
    private final Map<String, Double> least = new LinkedHashMap<>();
    private final Map<String, Double> allocated = new LinkedHashMap<>();

    /** One step of one round. */
    private interface Step {
        void run() throws InvalidDocument;
    }

    public static void main(String[] arguments) throws InvalidDocument {
        ProcessorTime time = new ProcessorTime();
        for (int round = 0; round < ROUNDS; round++) {
            time.round();
        }
        time.least.forEach((step, micros) ->
                System.out.printf("%-70s %.2f µs, %,.0f bytes%n", step, micros, time.allocated.get(step)));
    }

    private ProcessorTime() {
        SampleTraffic traffic = new SampleTraffic(7);
        for (int i = 0; i < TRACES; i++) {
            traffic.trace(1.8e9 + i * 0.01)
                    .forEach(document -> documents.add(document.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void round() throws InvalidDocument {
        measure("walking the tokens with Jackson, the least that a bare loop does", this::walk);
        TraceStore store = new TraceStore(new StoreOptions(1L << 30, Duration.ofHours(1)));
        List<SegmentDocument> parsed = new ArrayList<>(documents.size());
        measure("validating a document that a template matches", () -> validate(store.decoder(), parsed));
        long now = 1_800_000_000_000L;
        measure("appending; a full chunk is packed by another thread", () -> {
            for (int i = 0; i < parsed.size(); i += BATCH) {
                store.add(parsed.subList(i, Math.min(parsed.size(), i + BATCH)), now);
            }
        });
        measure("parsing it", () -> read(parsed));
        parsed.clear();
        measure("aggregating: parsing, assembling traces, graph, index", () -> store.tidy(now + 200));
        measure("evicting", () -> store.tidy(now + 2 * 3_600_000));
    }

    private void walk() {
        for (byte[] document : documents) {
            try (JsonParser json = Json.FACTORY.createParser(Json.READ, document, 0, document.length)) {
                while (json.nextToken() != null) {
                    // Walking is all.
                }
            }
        }
    }

    private static void read(List<SegmentDocument> parsed) {
        for (SegmentDocument document : parsed) {
            if (document.content() instanceof EncodedDocument encoded) {
                encoded.template().parse(encoded.values(), 0, 0);
            }
        }
    }

    private void validate(DocumentDecoder decoder, List<SegmentDocument> parsed) throws InvalidDocument {
        for (byte[] document : documents) {
            parsed.add(decoder.validate(document, 0, document.length));
        }
    }

    private void measure(String what, Step step) throws InvalidDocument {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = thread.getCurrentThreadAllocatedBytes();
        long before = thread.getCurrentThreadCpuTime();
        step.run();
        long took = thread.getCurrentThreadCpuTime() - before;
        least.merge(what, took / 1e3 / documents.size(), Math::min);
        double made = thread.getCurrentThreadAllocatedBytes() - bytes;
        allocated.merge(what, made / documents.size(), Math::min);
    }
}
