package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Subsegment;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failure-safe access to subsegments: an exception of the recorder never reaches the application. */
final class Subsegments {

    private static final Logger log = LoggerFactory.getLogger(Subsegments.class);

    private final AWSXRayRecorder recorder;

    Subsegments(AWSXRayRecorder recorder) {
        this.recorder = recorder;
    }

    /** The current entity of this thread. */
    @Nullable
    Entity current() {
        return recorder.getTraceEntity();
    }

    /** Begins a child of {@code parent} and makes it the current entity; null if it isn't recorded. */
    @Nullable
    Subsegment begin(SegmentName name, Entity parent) {
        try {
            return parent.getParentSegment().isRecording() ? recorder.beginSubsegment(name.value()) : null;
        } catch (RuntimeException e) {
            log.debug("No subsegment {}", name, e);
            return null;
        }
    }

    /** Writes data into a subsegment. */
    void record(@Nullable Subsegment subsegment, Consumer<Subsegment> change) {
        if (subsegment == null) {
            return;
        }
        try {
            change.accept(subsegment);
        } catch (RuntimeException e) {
            log.debug("Subsegment {} is incomplete", subsegment.getName(), e);
        }
    }

    /** Ends the subsegment and makes {@code parent} the current entity again. */
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
