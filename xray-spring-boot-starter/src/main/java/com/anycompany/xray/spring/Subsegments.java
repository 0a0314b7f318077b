package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Subsegment;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins and ends subsegments so that the work inside neither fails nor loses its place for their sake. */
final class Subsegments {

    private static final Logger log = LoggerFactory.getLogger(Subsegments.class);

    private final AWSXRayRecorder recorder;

    Subsegments(AWSXRayRecorder recorder) {
        this.recorder = recorder;
    }

    /** What this thread works for. */
    @Nullable
    Entity current() {
        return recorder.getTraceEntity();
    }

    /** A new child of {@code parent}, which is what this thread works for from now on; none if it can't be recorded. */
    @Nullable
    Subsegment begin(SegmentName name, Entity parent) {
        try {
            return parent.getParentSegment().isRecording() ? recorder.beginSubsegment(name.value()) : null;
        } catch (RuntimeException e) {
            log.debug("No subsegment {}", name, e);
            return null;
        }
    }

    /** Writes something into a subsegment. */
    void record(@Nullable Subsegment subsegment, Consumer<Subsegment> facts) {
        if (subsegment == null) {
            return;
        }
        try {
            facts.accept(subsegment);
        } catch (RuntimeException e) {
            log.debug("Subsegment {} is incomplete", subsegment.getName(), e);
        }
    }

    /** Ends the subsegment and makes this thread work for {@code parent} again. */
    void end(@Nullable Subsegment subsegment, Entity parent) {
        if (subsegment == null) {
            return;
        }
        try {
            recorder.setTraceEntity(subsegment);
            recorder.endSubsegment();
        } catch (RuntimeException e) {
            log.debug("Subsegment {} didn't end well", subsegment.getName(), e);
        } finally {
            recorder.setTraceEntity(parent);
        }
    }
}
