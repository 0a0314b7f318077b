package com.anycompany.xray.local.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.xray.local.SettableClock;
import com.anycompany.xray.local.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.GetSamplingTargetsResponse;
import software.amazon.awssdk.services.xray.model.InvalidRequestException;
import software.amazon.awssdk.services.xray.model.SamplingRule;
import software.amazon.awssdk.services.xray.model.SamplingRuleRecord;
import software.amazon.awssdk.services.xray.model.SamplingTargetDocument;

/** Sampling rules and boosts through the SDK; recorded from AWS, xray-differences A5, B3, C3, C5 and D. */
class SamplingOperationsTests {

    private static final String CLIENT = "0123456789abcdef01234567";
    private static final String ARN = "arn:aws:xray:us-east-1:000000000000:sampling-rule/";

    private final SettableClock clock = new SettableClock(Instant.ofEpochMilli(1_480_680_000_250L));
    private TestServer server;
    private XRayClient xray;

    @BeforeEach
    void start() {
        server = new TestServer(clock);
        xray = server.client();
    }

    @AfterEach
    void stop() {
        xray.close();
        server.close();
    }

    private SamplingRuleRecord create(UnaryOperator<SamplingRule.Builder> more) {
        SamplingRule rule = more.apply(SamplingRule.builder()
                        .resourceARN("*")
                        .priority(10)
                        .fixedRate(0.05)
                        .reservoirSize(1)
                        .serviceName("*")
                        .serviceType("*")
                        .host("*")
                        .httpMethod("*")
                        .urlPath("*")
                        .version(1))
                .build();
        return xray.createSamplingRule(r -> r.samplingRule(rule)).samplingRuleRecord();
    }

    private SamplingRuleRecord createBoosted(String name) {
        return create(
                r -> r.ruleName(name).samplingRateBoost(b -> b.maxRate(0.5).cooldownWindowMinutes(10)));
    }

    @Test
    void ruleNamedByItsArn_takesItsNameFromThere() {
        assertThat(create(r -> r.ruleARN(ARN + "checkout")).samplingRule().ruleName())
                .isEqualTo("checkout");
        assertThatThrownBy(() -> create(r -> r.ruleName("a").ruleARN(ARN + "a")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Request cannot contain both sampling rule name and sampling rule ARN");
        assertThatThrownBy(() -> create(r -> r))
                .hasMessageContaining("Request must contain either sampling rule name or sampling rule ARN");
        for (String arn : new String[] {"checkout", "arn:aws:xray:us-east-1:000000000000:group/checkout/A", ARN}) {
            assertThatThrownBy(() -> create(r -> r.ruleARN(arn)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("RuleARN must be like arn:aws:xray:");
        }
    }

    @Test
    void version_mustBe1() {
        assertThatThrownBy(() -> create(r -> r.ruleName("a").version(2)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Sampling rule version must be 1");
    }

    @Test
    void updateWithoutBoost_removesIt() {
        assertThat(createBoosted("a").samplingRule().samplingRateBoost().maxRate())
                .isEqualTo(0.5);
        SamplingRule kept = xray.updateSamplingRule(r -> r.samplingRuleUpdate(u ->
                        u.ruleName("a").samplingRateBoost(b -> b.maxRate(0.4).cooldownWindowMinutes(1))))
                .samplingRuleRecord()
                .samplingRule();
        assertThat(kept.samplingRateBoost().maxRate()).isEqualTo(0.4);
        SamplingRule without = xray.updateSamplingRule(
                        r -> r.samplingRuleUpdate(u -> u.ruleName("a").fixedRate(0.1)))
                .samplingRuleRecord()
                .samplingRule();
        assertThat(without.samplingRateBoost()).isNull();
        assertThat(without.fixedRate()).isEqualTo(0.1);
    }

    @Test
    void updateWithNullForTheBoost_removesIt() {
        createBoosted("a");
        assertThat(server.post(
                                "/UpdateSamplingRule",
                                "{\"SamplingRuleUpdate\":{\"RuleName\":\"a\",\"SamplingRateBoost\":null}}")
                        .body())
                .contains("\"SamplingRateBoost\":null");
    }

    @Test
    void numbersOutOfBoundsInAnUpdate_areInvalid() {
        createBoosted("a");
        assertThatThrownBy(() -> xray.updateSamplingRule(
                        r -> r.samplingRuleUpdate(u -> u.ruleName("a").priority(10_000))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Invalid update request for sampling rule");
        assertThatThrownBy(() -> xray.updateSamplingRule(
                        r -> r.samplingRuleUpdate(u -> u.ruleName("Default").fixedRate(1.5))))
                .hasMessageContaining("Invalid update request for sampling rule");
    }

    @Test
    void rules_comeByName_defaultLast_withTimesInWholeSeconds() {
        create(r -> r.ruleName("b").priority(1));
        create(r -> r.ruleName("a").priority(9));
        create(r -> r.ruleName("Z").priority(5));
        var records = xray.getSamplingRules(r -> {}).samplingRuleRecords();
        assertThat(records)
                .extracting(each -> each.samplingRule().ruleName())
                .containsExactly("Z", "a", "b", "Default");
        assertThat(records.get(3).createdAt()).isEqualTo(Instant.EPOCH);
        assertThat(records.get(0).createdAt()).isEqualTo(Instant.ofEpochSecond(1_480_680_000));
        assertThat(records.get(0).modifiedAt()).isEqualTo(Instant.ofEpochSecond(1_480_680_000));
        assertThat(report(0, "Z").lastRuleModification()).isEqualTo(Instant.ofEpochSecond(1_480_680_001));
    }

    private GetSamplingTargetsResponse report(int anomalies, String boosted) {
        return xray.getSamplingTargets(r -> r.samplingStatisticsDocuments(d -> d.ruleName("checkout")
                        .clientID(CLIENT)
                        .timestamp(clock.instant())
                        .requestCount(1000)
                        .sampledCount(50))
                .samplingBoostStatisticsDocuments(d -> d.ruleName(boosted)
                        .serviceName("orders")
                        .timestamp(clock.instant())
                        .anomalyCount(anomalies)
                        .totalCount(1000)
                        .sampledAnomalyCount(0)));
    }

    @Test
    void anomalies_areAnsweredWithABoost_forAMinute() {
        createBoosted("checkout");
        assertThat(report(0, "checkout").samplingTargetDocuments().get(0).samplingBoost())
                .isNull();
        SamplingTargetDocument boosted =
                report(900, "checkout").samplingTargetDocuments().get(0);
        assertThat(boosted.fixedRate()).isEqualTo(0.05);
        assertThat(boosted.samplingBoost().boostRate()).isEqualTo(0.5);
        assertThat(boosted.samplingBoost().boostRateTTL())
                .isEqualTo(clock.instant().plusSeconds(60));
        assertThat(server.post("/local/sampling-boosts", "{}").body())
                .contains("\"RuleName\":\"checkout\"", "\"ServiceName\":\"orders\"", "\"Active\":true");
        clock.advance(Duration.ofSeconds(61));
        assertThat(report(900, "checkout").samplingTargetDocuments().get(0).samplingBoost())
                .isNull();
        assertThat(server.post("/local/sampling-boosts", "{}").body()).contains("\"Active\":false");
    }

    @Test
    void boostStatisticsOfAnUnknownRule_areUnprocessed() {
        createBoosted("checkout");
        assertThat(report(900, "none").unprocessedBoostStatistics())
                .singleElement()
                .satisfies(unknown -> {
                    assertThat(unknown.ruleName()).isEqualTo("none");
                    assertThat(unknown.errorCode()).isEqualTo("400");
                    assertThat(unknown.message()).isEqualTo("Unknown rule");
                });
    }

    @Test
    void reportOfAnomaliesAlone_isAnsweredToo() {
        createBoosted("checkout");
        var answer = xray.getSamplingTargets(r -> r.samplingStatisticsDocuments(java.util.List.of())
                .samplingBoostStatisticsDocuments(d -> d.ruleName("checkout")
                        .serviceName("orders")
                        .timestamp(clock.instant())
                        .anomalyCount(1)
                        .totalCount(10)
                        .sampledAnomalyCount(0)));
        assertThat(answer.samplingTargetDocuments())
                .singleElement()
                .satisfies(
                        target -> assertThat(target.samplingBoost().boostRate()).isEqualTo(0.5));
    }

    @Test
    void changedRule_losesItsBoost() {
        createBoosted("checkout");
        report(900, "checkout");
        xray.updateSamplingRule(
                r -> r.samplingRuleUpdate(u -> u.ruleName("checkout").fixedRate(0.2)));
        assertThat(report(900, "checkout").samplingTargetDocuments().get(0).samplingBoost())
                .isNull();
    }
}
