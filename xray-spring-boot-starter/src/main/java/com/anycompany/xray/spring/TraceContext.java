package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Entity;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Context propagation between threads: the current entity of one thread becomes the parent of the subsegments of another.
 */
record TraceContext(AWSXRayRecorder recorder, @Nullable Entity entity) {

    static TraceContext current(AWSXRayRecorder recorder) {
        return new TraceContext(recorder, recorder.getTraceEntity());
    }

    Runnable wrap(Runnable task) {
        if (entity == null) {
            return task;
        }
        return () -> {
            Entity before = enter();
            try {
                task.run();
            } finally {
                leave(before);
            }
        };
    }

    <T> Callable<T> wrap(Callable<T> task) {
        if (entity == null) {
            return task;
        }
        return () -> {
            Entity before = enter();
            try {
                return task.call();
            } finally {
                leave(before);
            }
        };
    }

    private @Nullable Entity enter() {
        Entity before = recorder.getTraceEntity();
        recorder.setTraceEntity(entity);
        return before;
    }

    private void leave(@Nullable Entity before) {
        if (before == null) {
            recorder.clearTraceEntity();
        } else {
            recorder.setTraceEntity(before);
        }
    }
}
