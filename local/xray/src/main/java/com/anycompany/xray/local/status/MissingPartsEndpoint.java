package com.anycompany.xray.local.status;

import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.HttpRequest;
import com.anycompany.xray.local.http.HttpResponse;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.store.StoredDocument;
import com.anycompany.xray.local.store.TraceSnapshot;
import com.anycompany.xray.local.store.TraceStore;
import com.anycompany.xray.local.trace.AssembledTrace;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /local/missing-parts?trace=ID}: what a trace waits for, which BatchGetTraces doesn't tell. The response is
 * {@code {"waiting": n, "documents": ["…"], "awaitingCallees": ["id"]}}: the number of independent subsegments without their
 * parent and up to {@link #MAX_DOCUMENTS} of their documents, and the calls whose callee hasn't reported.
 */
public final class MissingPartsEndpoint implements Endpoint {

    private static final int MAX_DOCUMENTS = 1000;

    private final TraceStore store;

    public MissingPartsEndpoint(TraceStore store) {
        this.store = store;
    }

    @Override
    public boolean serves(String method, String path) {
        return path.equals("/local/missing-parts") && (method.equals("GET") || method.equals("HEAD"));
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        List<TraceSnapshot> found = store.find(List.of(TraceParameter.of(request)));
        Output output = found.isEmpty() ? output(0, List.of(), List.of()) : missingParts(found.get(0));
        return HttpResponse.json(output.json()).uncached();
    }

    private static Output missingParts(TraceSnapshot trace) {
        List<ParsedDocument> parsed = trace.parsedDocuments();
        List<StoredDocument> stored = trace.documents();
        Map<ParsedDocument, StoredDocument> documents = new IdentityHashMap<>();
        for (int i = 0; i < parsed.size(); i++) {
            documents.put(parsed.get(i), stored.get(i));
        }
        AssembledTrace assembled = AssembledTrace.of(parsed);
        List<String> waiting = assembled.waiting().stream()
                .limit(MAX_DOCUMENTS)
                .map(documents::get)
                .map(document -> new String(document.bytes(), StandardCharsets.UTF_8))
                .toList();
        List<String> awaiting = assembled.awaitingCallees().stream()
                .map(call -> EntityId.toHex(call.entity().id()))
                .toList();
        return output(assembled.waiting().size(), waiting, awaiting);
    }

    private static Output output(int waiting, List<String> documents, List<String> awaitingCallees) {
        return new Output().put("waiting", waiting).put("documents", documents).put("awaitingCallees", awaitingCallees);
    }
}
