package com.anycompany.xray.spring;

import com.anycompany.xray.spring.DocumentCounts.DropReason;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the metrics {@code xray.documents.sent} and {@code xray.documents.dropped}, the latter by
 * {@code reason}.
 */
@AutoConfiguration(after = XRayAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(DocumentEmitter.class)
public final class XRayMetricsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "xrayDocumentMetrics")
    MeterBinder xrayDocumentMetrics(DocumentEmitter emitter) {
        return registry -> bind(registry, emitter.counts());
    }

    private static void bind(MeterRegistry registry, DocumentCounts counts) {
        FunctionCounter.builder("xray.documents.sent", counts, DocumentCounts::sentSoFar)
                .description("Segment documents sent to the X-Ray daemon")
                .register(registry);
        for (DropReason reason : DropReason.values()) {
            FunctionCounter.builder("xray.documents.dropped", counts, c -> c.droppedBecause(reason))
                    .description("Segment documents that were not sent")
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }
}
