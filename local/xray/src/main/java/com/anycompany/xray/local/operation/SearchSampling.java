package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.TraceOrder;

/** Sampling of search results: the share of traces that GetTraceSummaries returns; all, unless requested otherwise. */
record SearchSampling(double rate) {

    private static final int STEPS = 1 << 20;

    static SearchSampling of(Input input, TraceOrder order) {
        Input strategy = input.object("SamplingStrategy");
        if (strategy == null || !input.flag("Sampling")) {
            return new SearchSampling(1);
        }
        String name = strategy.text("Name");
        if (name == null || name.equals("PartialScan")) {
            return new SearchSampling(1);
        }
        double rate = strategy.number("Value", 1);
        if (order != TraceOrder.RECEIPT || rate < 0 || rate > 1) {
            throw ApiException.invalid("FixedRate needs TimeRangeType Event and a Value between 0 and 1");
        }
        return new SearchSampling(rate);
    }

    /** Decides by the trace id, so that the decision is the same on every page. */
    boolean includes(TraceId id) {
        return (id.low() & STEPS - 1) < rate * STEPS;
    }
}
