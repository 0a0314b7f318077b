package com.anycompany.shop.payment;

import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Keeps the documents that would go to the X-Ray daemon. */
final class TraceDocuments extends Emitter {

    final List<String> sent = new CopyOnWriteArrayList<>();

    @Override
    public boolean sendSegment(Segment segment) {
        return sent.add(segment.serialize());
    }

    @Override
    public boolean sendSubsegment(Subsegment subsegment) {
        return sent.add(subsegment.streamSerialize());
    }

    /** Puts it in the daemon's place. */
    @TestConfiguration
    static class InPlace {

        @Bean
        TraceDocuments traceDocuments() {
            return new TraceDocuments();
        }
    }
}
