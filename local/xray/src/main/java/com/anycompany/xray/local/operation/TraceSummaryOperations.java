package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.filter.FilterExpressions;
import com.anycompany.xray.local.filter.InvalidFilter;
import com.anycompany.xray.local.filter.Subject;
import com.anycompany.xray.local.filter.TraceFilter;
import com.anycompany.xray.local.group.Indexing;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.store.Cursor;
import com.anycompany.xray.local.store.TraceOrder;
import com.anycompany.xray.local.store.TraceSnapshot;
import com.anycompany.xray.local.store.TraceStore;
import com.anycompany.xray.local.trace.AssembledTrace;
import com.anycompany.xray.local.trace.TraceSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GetTraceSummaries: returns the traces that match a filter expression, newest first, page by page. */
public final class TraceSummaryOperations {

    private static final int PAGE = 100;
    private static final int SCANNED_PER_PAGE = 10_000;

    private final TraceStore store;
    private final FilterExpressions filters;
    private final Indexing indexing;

    /** @param after the position after which the page starts; null for the first page */
    private record GetTraceSummariesRequest(
            TimeRange range,
            TraceOrder order,
            SearchSampling sampling,
            TraceFilter filter,
            @Nullable Cursor after) {

        static GetTraceSummariesRequest of(Input input, FilterExpressions filters) {
            TimeRange range = TimeRange.of(input);
            TraceOrder order = order(input.text("TimeRangeType"));
            SearchSampling sampling = SearchSampling.of(input, order);
            TraceFilter filter = filter(input.text("FilterExpression"), filters);
            String token = input.text("NextToken");
            Cursor after = token == null ? null : SearchToken.read(token, order, range);
            return new GetTraceSummariesRequest(range, order, sampling, filter, after);
        }

        private static TraceOrder order(@Nullable String type) {
            if (type == null) {
                return TraceOrder.START;
            }
            return switch (type) {
                case "TraceId" -> TraceOrder.START;
                case "Event" -> TraceOrder.RECEIPT;
                case "Service" -> TraceOrder.END;
                default -> throw new IllegalStateException("the service model has no TimeRangeType " + type);
            };
        }

        private static TraceFilter filter(@Nullable String expression, FilterExpressions filters) {
            if (expression == null || expression.isBlank()) {
                return TraceFilter.ALL;
            }
            try {
                return filters.compile(expression);
            } catch (InvalidFilter e) {
                throw ApiException.invalid(String.valueOf(e.getMessage()));
            }
        }
    }

    /** @param indexing traces that it doesn't include are never found */
    public TraceSummaryOperations(TraceStore store, FilterExpressions filters, Indexing indexing) {
        this.store = store;
        this.filters = filters;
        this.indexing = indexing;
    }

    public void addTo(Operations operations) {
        operations.add("GetTraceSummaries", this::getTraceSummaries);
    }

    private Output getTraceSummaries(Input input) {
        return new Search(GetTraceSummariesRequest.of(input, filters)).page();
    }

    /** A search while it collects one page. */
    private final class Search {

        private final GetTraceSummariesRequest request;
        private final TraceOrder order;
        private final TimeRange range;
        private final List<Output> found = new ArrayList<>();
        private int scanned;

        Search(GetTraceSummariesRequest request) {
            this.request = request;
            this.order = request.order();
            this.range = request.range();
        }

        Output page() {
            Cursor last = request.after();
            boolean more = true;
            while (more && found.size() < PAGE && scanned < SCANNED_PER_PAGE) {
                List<TraceSnapshot> traces = store.newestFirst(
                        order,
                        range.start(),
                        range.end(),
                        last,
                        request.filter().required(),
                        PAGE + 1);
                more = false;
                for (TraceSnapshot trace : traces) {
                    if (found.size() == PAGE || trace == traces.get(traces.size() - 1) && traces.size() > PAGE) {
                        more = true;
                        break;
                    }
                    test(trace);
                    last = trace.position();
                }
            }
            return answer(more ? last : null);
        }

        private void test(TraceSnapshot trace) {
            scanned++;
            AssembledTrace assembled = trace.assemble();
            if (!indexing.includes(trace.id(), assembled.firstReceivedMillis())) {
                return;
            }
            Subject subject = new Subject(assembled, trace.groups());
            if (request.sampling().includes(trace.id())
                    && !assembled.segments().isEmpty()
                    && request.filter().matches(subject)) {
                TraceSummary summary = TraceSummary.of(assembled, subject.rootCauses());
                found.add(TraceSummaryOutput.of(trace, summary, matchedMillis(trace)));
            }
        }

        /** The time that the search went by; null for the start, which AWS doesn't repeat. */
        private @Nullable Long matchedMillis(TraceSnapshot trace) {
            return switch (order) {
                case START -> null;
                case RECEIPT -> trace.updatedMillis();
                case END -> trace.position().millis();
            };
        }

        private Output answer(@Nullable Cursor last) {
            return new Output()
                    .put("TraceSummaries", found, summary -> summary)
                    .put("ApproximateTime", Output.seconds(last == null ? range.start() : last.millis()))
                    .put("TracesProcessedCount", scanned)
                    .put("NextToken", last == null ? null : SearchToken.write(last, order, range));
        }
    }
}
