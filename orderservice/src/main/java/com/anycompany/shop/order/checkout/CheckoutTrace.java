package com.anycompany.shop.order.checkout;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.TraceHeader;
import com.amazonaws.xray.entities.TraceHeader.SampleDecision;
import com.anycompany.shop.order.order.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Continues the trace of a checkout when the sweeper finishes it. The sweeper's work is a second segment of this service under
 * the same caller, so the trace shows how the checkout ended, and the service map gets no node or edge for sweeping. A sweep
 * that finds nothing, and a checkout that isn't sampled, leave no segment.
 */
@Component
public class CheckoutTrace {

    private final @Nullable AWSXRayRecorder recorder;
    private final String service;

    CheckoutTrace(
            ObjectProvider<AWSXRayRecorder> recorder,
            @Value("${xray.name:${spring.application.name}}") String service) {
        this.recorder = recorder.getIfAvailable();
        this.service = service;
    }

    /** The trace of the current request, as a trace header; null if it isn't recorded. */
    @Nullable
    String current() {
        Entity entity = recorder == null ? null : recorder.getTraceEntity();
        Segment segment = entity == null ? null : entity.getParentSegment();
        if (segment == null || !segment.isSampled()) {
            return null;
        }
        String parent = segment.getParentId() == null ? segment.getId() : segment.getParentId();
        return new TraceHeader(segment.getTraceId(), parent, SampleDecision.SAMPLED).toString();
    }

    /** Does the work within a segment of the order's trace. */
    public void resume(Order order, Runnable work) {
        if (recorder == null || order.origin().trace() == null) {
            work.run();
            return;
        }
        TraceHeader header = TraceHeader.fromString(order.origin().trace());
        Segment segment = recorder.beginSegment(service, header.getRootTraceId(), header.getParentId());
        segment.putAnnotation("order_id", order.id().value());
        segment.putAnnotation("shopper_id", order.shopperId().value());
        segment.putAnnotation("settlement", true);
        try {
            work.run();
        } catch (RuntimeException e) {
            segment.addException(e);
            throw e;
        } finally {
            recorder.endSegment();
        }
    }
}
