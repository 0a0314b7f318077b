package com.anycompany.xray.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.xray.XRayClient;

/** Two X-Ray Locals in one JVM: what one of them is told, the other doesn't know. */
class TwoServersTests {

    private static final String EMPTY_STATUS = "\"documents\":{\"received\":0,\"stored\":0";

    private static TestServer used;
    private static TestServer other;
    private static XRayClient client;

    @BeforeAll
    static void useOne() {
        used = new TestServer();
        other = new TestServer();
        client = other.client();
        try (XRayClient told = used.client()) {
            for (int i = 0; i < 20; i++) {
                String document = Doc.segment("front").with(Doc.table("Carts")).json();
                told.putTraceSegments(r -> r.traceSegmentDocuments(document));
            }
            told.putTraceSegments(r -> r.traceSegmentDocuments("{}"));
            told.createGroup(r -> r.groupName("mail").filterExpression("service(\"mail\")"));
            told.createSamplingRule(r -> r.samplingRule(rule -> rule.ruleName("all")
                    .resourceARN("*")
                    .priority(1)
                    .fixedRate(0.5)
                    .reservoirSize(1)
                    .serviceName("*")
                    .serviceType("*")
                    .host("*")
                    .httpMethod("*")
                    .urlPath("*")
                    .version(1)));
            told.putEncryptionConfig(r -> r.type("KMS").keyId("alias/shop"));
            told.updateTraceSegmentDestination(r -> r.destination("CloudWatchLogs"));
            told.putResourcePolicy(r -> r.policyName("open")
                    .policyDocument("{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\","
                            + "\"Resource\":\"*\"}}"));
        }
        used.post("/local/events", "{\"type\":\"deployment\",\"title\":\"orders 1.4\"}");
    }

    @AfterAll
    static void close() {
        client.close();
        used.close();
        other.close();
    }

    @Test
    void documentsAndTheirCounters_areTheUsedOnes() {
        assertThat(used.get("/local/status").body()).contains("\"received\":21").doesNotContain(EMPTY_STATUS);
        assertThat(other.get("/local/status").body()).contains(EMPTY_STATUS);
        assertThat(other.get("/local/rejected").body()).isEqualTo("{\"rejected\":[]}");
        assertThat(used.get("/local/rejected").body()).isNotEqualTo("{\"rejected\":[]}");
        assertThat(client.getServiceGraph(r -> r.startTime(Instant.ofEpochSecond((long) Doc.EPOCH))
                                .endTime(Instant.ofEpochSecond((long) Doc.EPOCH + 3600)))
                        .services())
                .isEmpty();
        assertThat(other.get("/actuator/prometheus").body()).contains("xray_documents_received_total 0.0");
    }

    @Test
    void configuration_isTheUsedOnes() {
        assertThat(client.getGroups(r -> {}).groups()).hasSize(1);
        assertThat(client.getSamplingRules(r -> {}).samplingRuleRecords()).hasSize(1);
        assertThat(client.getEncryptionConfig(r -> {}).encryptionConfig().typeAsString())
                .isEqualTo("NONE");
        assertThat(client.getTraceSegmentDestination(r -> {}).destinationAsString())
                .isEqualTo("XRay");
        assertThat(client.listResourcePolicies(r -> {}).resourcePolicies()).isEmpty();
    }

    @Test
    void events_areTheUsedOnes() {
        assertThat(used.get("/local/events").body()).contains("orders 1.4");
        assertThat(other.get("/local/events").body()).isEqualTo("{\"events\":[]}");
    }
}
