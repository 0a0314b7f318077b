package com.anycompany.xray.local.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.config.DaemonConfiguration;
import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Namespace;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.strategy.sampling.CentralizedSamplingStrategy;
import com.amazonaws.xray.strategy.sampling.SamplingRequest;
import com.amazonaws.xray.strategy.sampling.SamplingResponse;
import com.anycompany.xray.local.TestServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.xray.XRayClient;

/** The X-Ray SDK for Java, as programs use it: segments over UDP, sampling rules by its own poller. */
class XRaySdkTests {

    private final TestServer server = new TestServer();
    private final DaemonConfiguration daemon = new DaemonConfiguration();

    XRaySdkTests() {
        daemon.setDaemonAddress("127.0.0.1:" + server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void segmentOfTheSdk_arrives() throws IOException {
        AWSXRayRecorder recorder = AWSXRayRecorderBuilder.standard()
                .withEmitter(Emitter.create(daemon))
                .build();
        Segment segment = recorder.beginSegment("front");
        segment.putAnnotation("order_id", "o-1");
        Subsegment call = recorder.beginSubsegment("back");
        call.setNamespace(Namespace.REMOTE.toString());
        recorder.endSubsegment();
        String trace = segment.getTraceId().toString();
        recorder.endSegment();
        try (XRayClient xray = server.client()) {
            await().untilAsserted(() -> assertThat(
                            xray.batchGetTraces(r -> r.traceIds(trace)).traces())
                    .singleElement()
                    .satisfies(found -> assertThat(found.segments()).hasSize(2)));
        }
    }

    @Test
    void poller_followsARuleMadeHere() {
        System.setProperty(DaemonConfiguration.DAEMON_ADDRESS_SYSTEM_PROPERTY_KEY, "127.0.0.1:" + server.port());
        CentralizedSamplingStrategy strategy = new CentralizedSamplingStrategy();
        try (XRayClient xray = server.client()) {
            xray.createSamplingRule(r -> r.samplingRule(rule -> rule.ruleName("nothing")
                    .resourceARN("*")
                    .priority(1)
                    .fixedRate(0.0)
                    .reservoirSize(0)
                    .serviceName("*")
                    .serviceType("*")
                    .host("*")
                    .httpMethod("*")
                    .urlPath("/quiet")
                    .version(1)));
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                SamplingResponse quiet =
                        strategy.shouldTrace(new SamplingRequest("front", "localhost", "/quiet", "GET", ""));
                assertThat(quiet.getRuleName()).contains("nothing");
                assertThat(quiet.isSampled()).isFalse();
            });
            SamplingResponse other = strategy.shouldTrace(new SamplingRequest("front", "localhost", "/", "GET", ""));
            assertThat(other.getRuleName()).contains("Default");
            assertThat(other.isSampled()).isTrue();
        } finally {
            System.clearProperty(DaemonConfiguration.DAEMON_ADDRESS_SYSTEM_PROPERTY_KEY);
            strategy.shutdown();
        }
    }
}
