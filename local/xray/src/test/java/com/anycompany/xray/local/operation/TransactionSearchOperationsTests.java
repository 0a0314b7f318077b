package com.anycompany.xray.local.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.xray.local.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.InvalidRequestException;
import software.amazon.awssdk.services.xray.model.ResourceNotFoundException;
import software.amazon.awssdk.services.xray.model.TraceSegmentDestination;
import software.amazon.awssdk.services.xray.model.XRayException;

class TransactionSearchOperationsTests {

    private TestServer server;
    private XRayClient xray;

    @BeforeEach
    void start() {
        server = new TestServer();
        xray = server.client();
    }

    @AfterEach
    void stop() {
        xray.close();
        server.close();
    }

    @Test
    void indexingRule_remembersWhatIsDesired_butEverythingIsIndexed() {
        update("Default", 12.5);
        var rule = xray.getIndexingRules(r -> {}).indexingRules().get(0).rule().probabilistic();
        assertThat(rule.desiredSamplingPercentage()).isEqualTo(12.5);
        assertThat(rule.actualSamplingPercentage()).isEqualTo(100.0);
    }

    @Test
    void unknownRuleAndImpossiblePercentage_areRefused() {
        assertThatThrownBy(() -> update("Other", 1)).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> update("Default", 100.1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("between 0 and 100");
    }

    private void update(String name, double percentage) {
        xray.updateIndexingRule(
                r -> r.name(name).rule(u -> u.probabilistic(p -> p.desiredSamplingPercentage(percentage))));
    }

    @Test
    void destination_isXRay_untilItIsChanged() {
        assertThat(xray.getTraceSegmentDestination(r -> {}).destination()).isEqualTo(TraceSegmentDestination.X_RAY);
        xray.updateTraceSegmentDestination(r -> r.destination(TraceSegmentDestination.CLOUD_WATCH_LOGS));
        assertThat(xray.getTraceSegmentDestination(r -> {}).destination())
                .isEqualTo(TraceSegmentDestination.CLOUD_WATCH_LOGS);
        assertThatThrownBy(() -> xray.updateTraceSegmentDestination(r -> r.destination("S3")))
                .isInstanceOf(XRayException.class)
                .hasMessageContaining("Member must satisfy enum value set: [XRay, CloudWatchLogs]");
    }
}
