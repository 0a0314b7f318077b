package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.segment.DocumentParser;
import com.anycompany.xray.local.segment.InvalidDocument;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.store.TraceStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one way into the store: parses, counts, keeps what was refused. */
public final class Intake {

    private final TraceStore store;
    private final Clock clock;
    private final IngestCounters counters = new IngestCounters();
    private final Rejections rejections = new Rejections();

    public Intake(TraceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What PutTraceSegments says of a document that it didn't take. */
    public record Unprocessed(@Nullable String id, String code, String message) {}

    /** Takes the documents of one call of PutTraceSegments. */
    public List<Unprocessed> put(List<String> documents) {
        counters.received(documents.size());
        List<Unprocessed> unprocessed = new ArrayList<>();
        List<SegmentDocument> batch = new ArrayList<>(documents.size());
        for (String document : documents) {
            InvalidDocument problem = parse(document.getBytes(StandardCharsets.UTF_8), "api", batch);
            if (problem != null) {
                unprocessed.add(new Unprocessed(problem.id(), problem.code().name(), problem.answer()));
            }
        }
        store(batch);
        return unprocessed;
    }

    /** Adds a datagram's document to {@code batch}, or keeps why it can't be. */
    void parseDatagram(byte[] datagram, List<SegmentDocument> batch) {
        byte @Nullable [] document = Datagram.document(datagram);
        if (document == null) {
            counters.badHeader();
            reject(
                    "udp",
                    IngestCounters.BAD_HEADER,
                    "the datagram doesn't begin with {\"format\": \"json\", \"version\": 1} and a line feed",
                    null,
                    datagram);
        } else {
            parse(document, "udp", batch);
        }
    }

    private @Nullable InvalidDocument parse(byte[] bytes, String source, List<SegmentDocument> batch) {
        try {
            batch.add(DocumentParser.parse(bytes));
            return null;
        } catch (InvalidDocument problem) {
            counters.rejected(problem.code());
            reject(source, problem.code().name(), String.valueOf(problem.getMessage()), problem.id(), bytes);
            return problem;
        }
    }

    private void reject(String source, String code, String detail, @Nullable String id, byte[] bytes) {
        int shown = Math.min(bytes.length, 2048);
        String snippet = Rejections.snippet(new String(bytes, 0, shown, StandardCharsets.UTF_8));
        rejections.add(new Rejections.Rejection(clock.millis(), source, code, detail, id, bytes.length, snippet));
    }

    void store(List<SegmentDocument> batch) {
        if (!batch.isEmpty()) {
            int added = store.add(batch, clock.millis());
            counters.stored(added);
            counters.duplicate(batch.size() - added);
        }
    }

    public IngestCounters counters() {
        return counters;
    }

    public Rejections rejections() {
        return rejections;
    }
}
