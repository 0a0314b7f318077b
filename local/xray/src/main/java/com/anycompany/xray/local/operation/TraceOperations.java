package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.document.JsonBuffer;
import com.anycompany.xray.local.document.TraceDocuments;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.ingest.Intake;
import com.anycompany.xray.local.ingest.SubmittedDocument;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.TraceSnapshot;
import com.anycompany.xray.local.store.TraceStore;
import java.util.HashSet;
import java.util.List;

/** PutTraceSegments and BatchGetTraces. */
public final class TraceOperations {

    private static final int MAX_TRACES = 5;

    private final TraceStore store;
    private final Intake intake;

    public TraceOperations(TraceStore store, Intake intake) {
        this.store = store;
        this.intake = intake;
    }

    public void addTo(Operations operations) {
        operations.addReader("PutTraceSegments", this::putTraceSegments).add("BatchGetTraces", this::batchGetTraces);
    }

    private Output putTraceSegments(Input input) {
        List<SubmittedDocument> documents = intake.read(input.body());
        if (documents == null) {
            List<String> texts = input.texts("TraceSegmentDocuments");
            if (texts.size() > SubmittedDocument.MAX_PER_CALL) {
                throw ApiException.invalid("TraceSegmentDocuments can not have more than "
                        + SubmittedDocument.MAX_PER_CALL + " documents");
            }
            documents = texts.stream().map(SubmittedDocument::of).toList();
        }
        if (documents.isEmpty()) {
            throw ApiException.invalid("Segments can not be empty");
        }
        return new Output().put("UnprocessedTraceSegments", intake.put(documents, "api"), TraceOperations::unprocessed);
    }

    private static Output unprocessed(Intake.Unprocessed document) {
        return new Output()
                .put("Id", document.id())
                .put("ErrorCode", document.code())
                .put("Message", document.message());
    }

    private Output batchGetTraces(Input input) {
        NextToken.refuse(input);
        JsonBuffer out = new JsonBuffer().plain("{\"Traces\":[");
        for (TraceSnapshot trace : store.find(uniqueTraceIds(input))) {
            TraceDocuments.write(trace, out.separate());
        }
        return Output.written(
                out.plain("],\"UnprocessedTraceIds\":[],\"NextToken\":null}").toArray());
    }

    private static List<TraceId> uniqueTraceIds(Input input) {
        List<TraceId> ids = TraceIdsMember.of(input);
        if (ids.size() > MAX_TRACES) {
            throw ApiException.invalid("Exceeding maximum query size: " + MAX_TRACES);
        }
        if (new HashSet<>(ids).size() < ids.size()) {
            throw ApiException.invalid("Containing duplicate trace ids");
        }
        return ids;
    }
}
