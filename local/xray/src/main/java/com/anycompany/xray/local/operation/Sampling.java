package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.protocol.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.TraceOrder;

/** Which share of the traces a search looks at; everything, unless the request wants otherwise. */
record Sampling(double rate) {

    private static final int STEPS = 1 << 20;

    static Sampling of(Input input, TraceOrder order) {
        Input strategy = input.object("SamplingStrategy");
        if (strategy == null || !input.flag("Sampling")) {
            return new Sampling(1);
        }
        String name = strategy.text("Name");
        if (name == null || name.equals("PartialScan")) {
            return new Sampling(1);
        }
        if (!name.equals("FixedRate")) {
            throw ApiException.invalid("SamplingStrategy.Name must be one of [PartialScan, FixedRate]");
        }
        double rate = strategy.number("Value", 1);
        if (order != TraceOrder.RECEIPT || rate < 0 || rate > 1) {
            throw ApiException.invalid("FixedRate needs TimeRangeType Event and a Value between 0 and 1");
        }
        return new Sampling(rate);
    }

    /** The same answer for the same trace, page after page. */
    boolean picks(TraceId id) {
        return (id.low() & STEPS - 1) < rate * STEPS;
    }
}
