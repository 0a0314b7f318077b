package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.config.DaemonConfiguration;
import com.amazonaws.xray.contexts.SegmentContextResolverChain;
import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.listeners.SegmentListener;
import com.amazonaws.xray.strategy.sampling.SamplingStrategy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Auto-configuration of the recorder: the daemon's address, the sampling strategy and the AWS plugins. */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "xray.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "xray.backend", havingValue = "xray-sdk", matchIfMissing = true)
@EnableConfigurationProperties(XRayProperties.class)
public final class XRayAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    DaemonConfiguration xrayDaemon(Environment environment) {
        return new Daemon(DaemonAddress.from(environment));
    }

    @Bean
    @ConditionalOnMissingBean(Emitter.class)
    DocumentEmitter xrayEmitter(DaemonConfiguration daemon, XRayProperties properties) throws IOException {
        return new DocumentEmitter(daemon, properties.maxQueued().toBytes());
    }

    @Bean
    @ConditionalOnMissingBean
    SamplingStrategy xraySampling(XRayProperties properties, DaemonConfiguration daemon) {
        SamplingStrategy fallback = FallbackSampling.of(properties.sampling());
        return properties.sampling().central()
                ? new CentralSampling(
                        new SamplingClient(URI.create(daemon.getEndpointForTCPConnection())),
                        fallback,
                        Clock.systemUTC())
                : fallback;
    }

    @Bean
    @ConditionalOnMissingBean
    AwsPlatform xrayPlatform() {
        return new AwsPlatform(System.getenv(), Path.of("/"));
    }

    @Bean
    @ConditionalOnMissingBean
    AWSXRayRecorder xrayRecorder(
            XRayProperties properties,
            Emitter emitter,
            SamplingStrategy sampling,
            ObjectProvider<SegmentListener> segmentListeners,
            AwsPlatform platform) {
        SegmentContextResolverChain contexts = new SegmentContextResolverChain();
        LateSubsegmentContext context = new LateSubsegmentContext();
        contexts.addResolver(() -> context);
        AWSXRayRecorderBuilder builder = AWSXRayRecorderBuilder.standard()
                .withEmitter(new SafeEmitter(emitter))
                .withSamplingStrategy(sampling)
                .withSegmentContextResolverChain(contexts)
                .withContextMissingStrategy(new SilentContextMissing())
                .withThrowableSerializationStrategy(new ExceptionDescriber())
                .withSegmentListener(new TraceIdInLogs())
                .withForcedTraceIdGeneration()
                .withFastIdGenerator();
        segmentListeners.orderedStream().forEach(builder::withSegmentListener);
        Set<XRayProperties.Plugin> plugins = properties.plugins();
        if (plugins == null) {
            plugins = platform.plugins();
        }
        plugins.forEach(plugin -> builder.withPlugin(platform.load(plugin, properties.clusterName())));
        return builder.build();
    }

    @Bean
    Tracing xrayTracing(AWSXRayRecorder recorder, XRayProperties properties, Environment environment) {
        return new Tracing(
                recorder,
                SegmentName.of(properties, environment),
                properties.aws().consumedCapacity());
    }
}
