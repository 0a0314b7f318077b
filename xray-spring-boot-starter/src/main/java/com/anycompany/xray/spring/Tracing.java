package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.TraceHeader;
import com.amazonaws.xray.entities.TraceHeader.SampleDecision;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The X-Ray SDK as back end of {@link CurrentTrace}. Makes the recorder accessible to classes that Spring doesn't create, such
 * as AWS SDK interceptors, and runs the sampling poller from before the first request until after the last one.
 */
final class Tracing implements TraceBackend, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Tracing.class);

    private static volatile @Nullable Tracing current;

    private final AWSXRayRecorder recorder;
    private final SegmentName name;
    private final boolean consumedCapacity;
    private volatile boolean running;

    /** @param name of the segments that {@link #resume} begins */
    Tracing(AWSXRayRecorder recorder, SegmentName name, boolean consumedCapacity) {
        this.recorder = recorder;
        this.name = name;
        this.consumedCapacity = consumedCapacity;
        current = this;
        CurrentTrace.use(this);
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
    public @Nullable String id() {
        Entity entity = recorder.getTraceEntity();
        return entity == null ? null : entity.getTraceId().toString();
    }

    @Override
    public void annotate(String key, Object value) {
        onSegment(segment -> {
            if (value instanceof Number number) {
                segment.putAnnotation(key, number);
            } else if (value instanceof Boolean flag) {
                segment.putAnnotation(key, flag);
            } else {
                segment.putAnnotation(key, value.toString());
            }
        });
    }

    @Override
    public void user(String id) {
        onSegment(segment -> segment.setUser(id));
    }

    private void onSegment(Consumer<Segment> change) {
        Entity entity = recorder.getTraceEntity();
        if (entity == null) {
            return;
        }
        try {
            change.accept(entity.getParentSegment());
        } catch (RuntimeException e) {
            log.debug("Trace {} is closed", entity.getTraceId(), e);
        }
    }

    @Override
    public Runnable wrap(Runnable task) {
        return TraceContext.current(recorder).wrap(task);
    }

    @Override
    public <T> Callable<T> wrap(Callable<T> task) {
        return TraceContext.current(recorder).wrap(task);
    }

    @Override
    public @Nullable String callerHeader() {
        Entity entity = recorder.getTraceEntity();
        Segment segment = entity == null ? null : entity.getParentSegment();
        if (segment == null || !segment.isSampled()) {
            return null;
        }
        String parent = segment.getParentId() == null ? segment.getId() : segment.getParentId();
        return new TraceHeader(segment.getTraceId(), parent, SampleDecision.SAMPLED).toString();
    }

    @Override
    public void resume(String header, Runnable work) {
        TraceHeader caller = TraceHeader.fromString(header);
        Segment segment = recorder.beginSegment(name.value(), caller.getRootTraceId(), caller.getParentId());
        try {
            work.run();
        } catch (RuntimeException e) {
            segment.addException(e);
            throw e;
        } finally {
            recorder.endSegment();
        }
    }

    @Override
    public AwsCalls awsCalls() {
        return AwsCalls.RECORDED;
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
