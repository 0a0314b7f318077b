package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Entity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the recorder known to those who can't have it injected, and runs sampling while the server runs: it starts before
 * the first request is let in and stops after the last one has left.
 */
final class Tracing implements SmartLifecycle {

    private static volatile @Nullable Tracing current;

    private final AWSXRayRecorder recorder;
    private final boolean consumedCapacity;
    private volatile boolean running;

    Tracing(AWSXRayRecorder recorder, boolean consumedCapacity) {
        this.recorder = recorder;
        this.consumedCapacity = consumedCapacity;
        current = this;
        AWSXRay.setGlobalRecorder(recorder);
    }

    /** That of the running application; none where tracing is off. */
    static @Nullable Tracing current() {
        return current;
    }

    AWSXRayRecorder recorder() {
        return recorder;
    }

    /** Whether this thread works for a request that is recorded. */
    boolean isRecording() {
        Entity entity = recorder.getTraceEntity();
        return entity != null && entity.getParentSegment().isRecording();
    }

    boolean asksForConsumedCapacity() {
        return consumedCapacity;
    }

    @Override
    public void start() {
        if (recorder.getSamplingStrategy() instanceof CentralSampling sampling) {
            sampling.start();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        recorder.getSamplingStrategy().shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts and after it has stopped. */
    @Override
    public int getPhase() {
        return 0;
    }
}
