package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.sampling.BoostReport;
import com.anycompany.xray.local.sampling.Boosts;
import com.anycompany.xray.local.sampling.Boosts.Boost;
import com.anycompany.xray.local.sampling.Quotas;
import com.anycompany.xray.local.sampling.SamplingReport;
import com.anycompany.xray.local.sampling.SamplingRule;
import com.anycompany.xray.local.sampling.SamplingRules;
import com.anycompany.xray.local.sampling.SamplingStatistics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GetSamplingTargets and GetSamplingStatisticSummaries, and GetSamplingBoosts, which is X-Ray Local's own: what clients report of
 * sampling, and what they are told to do.
 */
public final class SamplingTargetOperations {

    private static final int INTERVAL_SECONDS = 10;

    private final SamplingRules rules;
    private final Quotas quotas;
    private final Boosts boosts;
    private final SamplingStatistics statistics;
    private final Clock clock;

    private record GetSamplingTargetsRequest(List<SamplingReport> reports, List<BoostReport> boostReports) {

        static GetSamplingTargetsRequest of(Input input, long nowMillis) {
            return new GetSamplingTargetsRequest(
                    input.objects("SamplingStatisticsDocuments").stream()
                            .map(document -> report(document, nowMillis))
                            .toList(),
                    input.objects("SamplingBoostStatisticsDocuments").stream()
                            .map(GetSamplingTargetsRequest::boostReport)
                            .toList());
        }

        /** Ignores the member Timestamp: the X-Ray SDKs send milliseconds, though the API says seconds. */
        private static SamplingReport report(Input document, long nowMillis) {
            return new SamplingReport(
                    document.requiredText("RuleName"),
                    document.requiredText("ClientID"),
                    document.requiredInteger("RequestCount"),
                    (long) document.number("SampledCount", document.number("SampleCount", 0)),
                    (long) document.number("BorrowCount", 0),
                    nowMillis);
        }

        private static BoostReport boostReport(Input document) {
            return new BoostReport(
                    document.requiredText("RuleName"),
                    document.requiredText("ServiceName"),
                    document.requiredInteger("AnomalyCount"),
                    document.requiredInteger("TotalCount"),
                    document.requiredInteger("SampledAnomalyCount"));
        }
    }

    private record GetSamplingTargetsResponse(
            List<Output> targets,
            double lastRuleModification,
            List<Output> unprocessed,
            List<Output> unprocessedBoosts) {

        Output output() {
            return new Output()
                    .put("SamplingTargetDocuments", targets, target -> target)
                    .put("LastRuleModification", lastRuleModification)
                    .put("UnprocessedStatistics", unprocessed, statistic -> statistic)
                    .put("UnprocessedBoostStatistics", unprocessedBoosts, statistic -> statistic);
        }
    }

    public SamplingTargetOperations(
            SamplingRules rules, Quotas quotas, Boosts boosts, SamplingStatistics statistics, Clock clock) {
        this.rules = rules;
        this.quotas = quotas;
        this.boosts = boosts;
        this.statistics = statistics;
        this.clock = clock;
    }

    public void addTo(Operations operations) {
        operations
                .add("GetSamplingTargets", this::getSamplingTargets)
                .add("GetSamplingStatisticSummaries", this::getSamplingStatisticSummaries)
                .add("GetSamplingBoosts", this::getSamplingBoosts);
    }

    /** A rule of which only anomalies were reported has a target, too: without quota, as at a client's first report. */
    private Output getSamplingTargets(Input input) {
        long now = clock.millis();
        GetSamplingTargetsRequest request = GetSamplingTargetsRequest.of(input, now);
        Set<String> boosted = new LinkedHashSet<>();
        List<Output> unprocessedBoosts = new ArrayList<>();
        for (BoostReport report : request.boostReports()) {
            Optional<SamplingRule> rule = rules.named(report.rule());
            rule.ifPresent(known -> boosts.report(report, known, now));
            if (rule.isEmpty()) {
                unprocessedBoosts.add(unknownRule(report.rule()));
            } else if (boosts.current(report.rule(), now) != null) {
                boosted.add(report.rule());
            }
        }
        List<Output> targets = new ArrayList<>();
        List<Output> unprocessed = new ArrayList<>();
        for (SamplingReport report : request.reports()) {
            boosted.remove(report.rule());
            rules.named(report.rule())
                    .ifPresentOrElse(
                            rule -> targets.add(target(rule, report, now)),
                            () -> unprocessed.add(unknownRule(report.rule())));
        }
        boosted.forEach(name ->
                rules.named(name).ifPresent(rule -> targets.add(target(rule, (Quotas.Quota) null, now))));
        return new GetSamplingTargetsResponse(targets, lastRuleModification(), unprocessed, unprocessedBoosts).output();
    }

    /** In whole seconds, as in AWS; rounded up, so that no client believes that it knows of a change already. */
    private double lastRuleModification() {
        return -Math.floorDiv(-rules.lastModifiedMillis(), 1000L);
    }

    private static Output unknownRule(String name) {
        return new Output().put("RuleName", name).put("ErrorCode", "400").put("Message", "Unknown rule");
    }

    private Output target(SamplingRule rule, Quotas.@Nullable Quota quota, long now) {
        Boost boost = boosts.current(rule.name(), now);
        return new Output()
                .put("RuleName", rule.name())
                .put("FixedRate", rule.rate().fixed())
                .put("ReservoirQuota", quota == null ? null : (Integer) quota.perSecond())
                .put("ReservoirQuotaTTL", quota == null ? null : (Double) Output.seconds(quota.untilMillis()))
                .put("Interval", quota == null ? null : (Integer) INTERVAL_SECONDS)
                .put("SamplingBoost", boost == null ? null : boostMember(boost));
    }

    private Output target(SamplingRule rule, SamplingReport report, long now) {
        statistics.add(report, now);
        return target(rule, quotas.lease(report, rule.rate().reservoirSize(), now), now);
    }

    private static Output boostMember(Boost boost) {
        return new Output().put("BoostRate", boost.rate()).put("BoostRateTTL", Output.seconds(boost.untilMillis()));
    }

    private Output getSamplingStatisticSummaries(Input input) {
        return new Output()
                .put(
                        "SamplingStatisticSummaries",
                        statistics.lastClosed(clock.millis()),
                        summary -> new Output()
                                .put("RuleName", summary.rule())
                                .put("Timestamp", Output.seconds(summary.millis()))
                                .put("RequestCount", summary.requests())
                                .put("BorrowCount", summary.borrowed())
                                .put("SampledCount", summary.sampled()))
                .put("NextToken", null);
    }

    private Output getSamplingBoosts(Input input) {
        long now = clock.millis();
        return new Output().put("SamplingBoosts", boosts.all(), boost -> {
            BoostReport reason = boost.reason();
            return new Output()
                    .put("RuleName", reason.rule())
                    .put("ServiceName", reason.service())
                    .put("AnomalyCount", reason.anomalies())
                    .put("TotalCount", reason.requests())
                    .put("BoostRate", boost.rate())
                    .put("Active", boosts.current(reason.rule(), now) != null)
                    .put("StartTime", Output.seconds(boost.startMillis()))
                    .put("BoostRateTTL", Output.seconds(boost.untilMillis()))
                    .put("NextPossibleTime", Output.seconds(boost.nextMillis()));
        });
    }
}
