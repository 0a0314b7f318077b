package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.otlp.InvalidExport;
import com.anycompany.xray.local.otlp.Span;
import com.anycompany.xray.local.otlp.SpanLimits;
import com.anycompany.xray.local.otlp.SpanReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Receiver of spans: converts them to segment documents. */
final class SpanReceiver implements ExportReceiver {

    private final Intake intake;

    SpanReceiver(Intake intake) {
        this.intake = intake;
    }

    @Override
    public String httpPath() {
        return "/v1/traces";
    }

    @Override
    public String grpcPath() {
        return "/opentelemetry.proto.collector.trace.v1.TraceService/Export";
    }

    @Override
    public String items() {
        return "spans";
    }

    @Override
    public String rejectedMember() {
        return "rejectedSpans";
    }

    @Override
    public Outcome receive(byte[] body, boolean json) throws InvalidExport {
        List<Span> spans = json ? SpanReader.readJson(body) : SpanReader.readProtobuf(body);
        SpanLimits limits = new SpanLimits(intake.now(), body.length);
        List<SubmittedDocument> documents = new ArrayList<>(spans.size());
        List<Integer> owners = new ArrayList<>(spans.size());
        SortedMap<Integer, String> reasons = new TreeMap<>();
        for (int i = 0; i < spans.size(); i++) {
            ConvertedSpan converted = ConvertedSpan.of(spans.get(i), limits);
            SpanLimits.Refusal refusal = converted.refusal();
            if (refusal != null) {
                intake.refuse(converted, refusal);
                reasons.put(i, refusal.code() + ": " + refusal.detail());
            }
            for (String document : converted.documents()) {
                documents.add(SubmittedDocument.of(document));
                owners.add(i);
            }
        }
        for (Intake.Unprocessed document : intake.putSpans(documents)) {
            reasons.putIfAbsent(owners.get(document.index()), document.code() + ": " + document.detail());
        }
        return outcome(spans.size(), reasons);
    }

    /** @param reasons by the places of the spans that were refused */
    private static Outcome outcome(int all, SortedMap<Integer, String> reasons) {
        return reasons.isEmpty()
                ? Outcome.ALL_TAKEN
                : new Outcome(
                        reasons.size(),
                        "%d of %d spans were refused, the first with %s; GET /local/rejected has the reasons"
                                .formatted(reasons.size(), all, reasons.get(reasons.firstKey())));
    }
}
