package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.decode.DocumentDecoder;
import com.anycompany.xray.local.otlp.Span;
import com.anycompany.xray.local.otlp.SpanLimits;
import com.anycompany.xray.local.parse.InvalidDocument;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.store.TraceStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only way into the store: validates documents, counts them, and keeps those that were rejected with the reason.
 */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final TraceStore store;
    private final DocumentDecoder decoder;
    private final Clock clock;
    private final IngestCounters counters = new IngestCounters();
    private final Rejections rejections = new Rejections();

    /** Documents are validated by the decoder that the store parses them with. */
    public Intake(TraceStore store, Clock clock) {
        this.store = store;
        this.decoder = store.decoder();
        this.clock = clock;
    }

    /**
     * What PutTraceSegments answers for a document that it didn't accept.
     *
     * @param index its place among those given
     * @param detail the reason, in more words than the service has
     */
    public record Unprocessed(int index, @Nullable String id, String code, String message, String detail) {}

    /**
     * The documents in a body of PutTraceSegments; null if it isn't of the usual form, and has to be read as any JSON.
     */
    public @Nullable List<SubmittedDocument> read(byte[] body) {
        return SegmentsBody.read(decoder, body);
    }

    /** Takes the documents of one call, which came in by {@code source}. */
    public List<Unprocessed> put(List<SubmittedDocument> documents, String source) {
        return put(documents, source, SegmentDocument.MAX_BYTES);
    }

    /** Takes the documents that were made of OpenTelemetry's spans. */
    List<Unprocessed> putSpans(List<SubmittedDocument> documents) {
        return put(documents, "otlp", SegmentDocument.MAX_SPAN_BYTES);
    }

    /** Counts, and keeps with the reason, a span that was refused before it became a document. */
    void refuse(ConvertedSpan converted, SpanLimits.Refusal refusal) {
        InvalidDocument.Code code = ConvertedSpan.code(refusal);
        counters.received(1);
        counters.rejected(code);
        rejections.add(new Rejections.Rejection(
                clock.millis(),
                "otlp",
                code.name(),
                refusal.detail(),
                converted.span().id(),
                refusal.bytes(),
                Rejections.snippet(converted.summary())));
    }

    /** The time by which spans are too old, or too far ahead. */
    Instant now() {
        return clock.instant();
    }

    private List<Unprocessed> put(List<SubmittedDocument> documents, String source, int maxBytes) {
        counters.received(documents.size());
        List<Unprocessed> unprocessed = new ArrayList<>();
        List<SegmentDocument> batch = validateAll(documents, source, maxBytes, unprocessed);
        if (!batch.isEmpty()) {
            count(batch.size(), () -> store.addSoon(batch, clock.millis()));
        }
        return unprocessed;
    }

    private List<SegmentDocument> validateAll(
            List<SubmittedDocument> documents, String source, int maxBytes, List<Unprocessed> unprocessed) {
        try {
            List<SegmentDocument> batch = new ArrayList<>(documents.size());
            for (int i = 0; i < documents.size(); i++) {
                SubmittedDocument submitted = documents.get(i);
                SegmentDocument validated = submitted.validated();
                if (validated != null) {
                    batch.add(validated);
                    continue;
                }
                InvalidDocument problem =
                        validate(submitted.bytes(), submitted.offset(), submitted.length(), maxBytes, source, batch);
                if (problem != null) {
                    unprocessed.add(new Unprocessed(
                            i,
                            problem.id(),
                            problem.code().name(),
                            problem.answer(),
                            String.valueOf(problem.getMessage())));
                }
            }
            return batch;
        } catch (RuntimeException | Error e) {
            counters.drop(IngestCounters.Drop.STORE_FAILED, documents.size() - unprocessed.size());
            throw e;
        }
    }

    /** Counts what becomes of so many documents, now or as soon as it is known; what fails now is the caller's, too. */
    private void count(int documents, Supplier<CompletableFuture<Integer>> adding) {
        CompletableFuture<Integer> added;
        try {
            added = adding.get();
        } catch (RuntimeException | Error e) {
            counters.drop(IngestCounters.Drop.STORE_FAILED, documents);
            throw e;
        }
        added.whenComplete((count, failure) -> count(documents, count, failure));
    }

    private void count(int documents, @Nullable Integer added, @Nullable Throwable failure) {
        if (added == null) {
            counters.drop(IngestCounters.Drop.STORE_FAILED, documents);
            LOG.error("{} documents could not be stored", documents, failure);
        } else {
            counters.stored(added);
            counters.duplicate(documents - added);
        }
    }

    /** Adds the document of the datagram in {@code [from, to)} to {@code batch}, or keeps why it can't be. */
    void validateDatagram(byte[] bytes, int from, int to, List<SegmentDocument> batch) {
        try {
            validateReceived(bytes, from, to, batch);
        } catch (RuntimeException | Error e) {
            counters.drop(IngestCounters.Drop.STORE_FAILED, 1);
            LOG.error("a document could not be validated", e);
        }
    }

    private void validateReceived(byte[] bytes, int from, int to, List<SegmentDocument> batch) {
        int document = Datagram.document(bytes, from, to);
        if (document == Datagram.NO_HEADER) {
            reject(
                    "udp",
                    IngestCounters.BAD_HEADER,
                    "the datagram doesn't begin with {\"format\": \"json\", \"version\": 1} and a line feed",
                    null,
                    bytes,
                    from,
                    to - from);
            counters.badHeader();
        } else {
            validate(bytes, document, to - document, SegmentDocument.MAX_BYTES, "udp", batch);
        }
    }

    private @Nullable InvalidDocument validate(
            byte[] bytes, int offset, int length, int maxBytes, String source, List<SegmentDocument> batch) {
        try {
            if (TextExport.isAt(bytes, offset, length)) {
                validateSpans(TextExport.spans(bytes, offset, length), length, source, batch);
            } else {
                batch.add(decoder.validate(bytes, offset, length, maxBytes));
            }
            return null;
        } catch (InvalidDocument problem) {
            String detail = String.valueOf(problem.getMessage());
            reject(source, problem.code().name(), detail, problem.id(), bytes, offset, length);
            counters.rejected(problem.code());
            return problem;
        }
    }

    /** The spans of an export that came in place of a document, and is none itself. */
    private void validateSpans(List<Span> spans, int exportBytes, String source, List<SegmentDocument> batch) {
        counters.received(-1);
        SpanLimits limits = new SpanLimits(now(), exportBytes);
        for (Span span : spans) {
            ConvertedSpan converted = ConvertedSpan.of(span, limits);
            SpanLimits.Refusal refusal = converted.refusal();
            if (refusal != null) {
                refuse(converted, refusal);
            }
            for (String document : converted.documents()) {
                byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
                counters.received(1);
                validate(bytes, 0, bytes.length, SegmentDocument.MAX_SPAN_BYTES, source, batch);
            }
        }
    }

    private void reject(
            String source, String code, String detail, @Nullable String id, byte[] bytes, int offset, int length) {
        int shown = Math.min(length, 2048);
        String snippet = Rejections.snippet(new String(bytes, offset, shown, StandardCharsets.UTF_8));
        rejections.add(new Rejections.Rejection(clock.millis(), source, code, detail, id, length, snippet));
    }

    /** Takes the documents of many datagrams. */
    void store(List<SegmentDocument> batch) {
        if (!batch.isEmpty()) {
            count(batch.size(), () -> store.addInTurn(batch, clock.millis()));
        }
    }

    /** What was put just now may be counted a moment later; certainly once anything has been asked of the store. */
    public IngestCounters counters() {
        return counters;
    }

    public Rejections rejections() {
        return rejections;
    }
}
