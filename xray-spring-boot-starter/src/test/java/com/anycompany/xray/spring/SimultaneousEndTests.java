package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.contexts.SegmentContextResolverChain;
import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.strategy.sampling.AllSamplingStrategy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SimultaneousEndTests {

    private static final int ROUNDS = 20_000;

    /** Counts what is sent. */
    private static final class CountingEmitter extends Emitter {

        private final AtomicInteger segments = new AtomicInteger();
        private final AtomicInteger subsegments = new AtomicInteger();

        @Override
        public boolean sendSegment(Segment segment) {
            segments.incrementAndGet();
            return true;
        }

        @Override
        public boolean sendSubsegment(Subsegment subsegment) {
            subsegments.incrementAndGet();
            return true;
        }
    }

    @Test
    void segmentAndItsLastSubsegmentEndingAtOnce_areSentOnce() throws Exception {
        CountingEmitter emitter = new CountingEmitter();
        AWSXRayRecorder recorder = AWSXRayRecorderBuilder.standard()
                .withEmitter(emitter)
                .withSamplingStrategy(new AllSamplingStrategy())
                .withSegmentContextResolverChain(resolvers())
                .build();
        ExecutorService worker = Executors.newSingleThreadExecutor();
        AtomicInteger arrived = new AtomicInteger();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Segment segment = recorder.beginSegment("service");
                Subsegment background = recorder.beginSubsegment("background");
                Future<?> ended = worker.submit(() -> {
                    recorder.setTraceEntity(background);
                    meet(arrived);
                    recorder.endSubsegment();
                    recorder.clearTraceEntity();
                    return null;
                });
                recorder.setTraceEntity(segment);
                meet(arrived);
                LateSubsegmentContext.endSegment(recorder, segment);
                ended.get();
                arrived.set(0);
            }
        } finally {
            worker.shutdownNow();
        }
        assertThat(emitter.segments).hasValue(ROUNDS);
        assertThat(emitter.subsegments).hasValue(0);
    }

    /** Spins, since a thread that must be woken comes too late for the race. */
    private static void meet(AtomicInteger arrived) {
        arrived.incrementAndGet();
        while (arrived.get() < 2) {
            Thread.onSpinWait();
        }
    }

    private static SegmentContextResolverChain resolvers() {
        SegmentContextResolverChain chain = new SegmentContextResolverChain();
        LateSubsegmentContext context = new LateSubsegmentContext();
        chain.addResolver(() -> context);
        return chain;
    }
}
