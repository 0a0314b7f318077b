package com.anycompany.xray.spring;

import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Emitter that logs failures instead of throwing them, and marks sent segments for {@link LateSubsegmentContext}. */
final class SafeEmitter extends Emitter {

    private static final Logger log = LoggerFactory.getLogger(SafeEmitter.class);

    private final Emitter delegate;

    SafeEmitter(Emitter delegate) {
        this.delegate = delegate;
    }

    @Override
    public boolean sendSegment(Segment segment) {
        try {
            return delegate.sendSegment(segment);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            log.warn("Segment {} of trace {} is lost", segment.getName(), segment.getTraceId(), e);
            return false;
        } finally {
            if (!segment.isEmitted()) {
                segment.setEmitted(true);
            }
        }
    }

    @Override
    public boolean sendSubsegment(Subsegment subsegment) {
        try {
            return delegate.sendSubsegment(subsegment);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            log.warn("Subsegment {} of trace {} is lost", subsegment.getName(), subsegment.getTraceId(), e);
            return false;
        }
    }
}
