package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Entity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Life cycle of tracing: makes the recorder accessible to classes that Spring doesn't create, such as AWS SDK interceptors, and
 * runs the sampling poller from before the first request until after the last one.
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

    /** The instance of the running application; null if tracing is off. */
    static @Nullable Tracing current() {
        return current;
    }

    AWSXRayRecorder recorder() {
        return recorder;
    }

    /** Whether the current thread belongs to a request that is recorded. */
    boolean isRecording() {
        Entity entity = recorder.getTraceEntity();
        return entity != null && entity.getParentSegment().isRecording();
    }

    boolean recordsConsumedCapacity() {
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
