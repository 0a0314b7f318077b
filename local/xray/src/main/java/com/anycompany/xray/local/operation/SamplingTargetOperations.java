package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.operation.SamplingTargetOutput.Target;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.sampling.BoostReport;
import com.anycompany.xray.local.sampling.Boosts;
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
        List<String> unprocessedBoosts = new ArrayList<>();
        for (BoostReport report : request.boostReports()) {
            Optional<SamplingRule> rule = rules.named(report.rule());
            rule.ifPresent(known -> boosts.report(report, known, now));
            if (rule.isEmpty()) {
                unprocessedBoosts.add(report.rule());
            } else if (boosts.current(report.rule(), now) != null) {
                boosted.add(report.rule());
            }
        }
        List<Target> targets = new ArrayList<>();
        List<String> unprocessed = new ArrayList<>();
        for (SamplingReport report : request.reports()) {
            boosted.remove(report.rule());
            rules.named(report.rule())
                    .ifPresentOrElse(
                            rule -> targets.add(target(rule, report, now)), () -> unprocessed.add(report.rule()));
        }
        boosted.forEach(name ->
                rules.named(name).ifPresent(rule -> targets.add(target(rule, (Quotas.Quota) null, now))));
        return SamplingTargetOutput.targets(targets, rules.lastModifiedMillis(), unprocessed, unprocessedBoosts);
    }

    private Target target(SamplingRule rule, Quotas.@Nullable Quota quota, long now) {
        return new Target(rule, quota, boosts.current(rule.name(), now));
    }

    private Target target(SamplingRule rule, SamplingReport report, long now) {
        statistics.add(report, now);
        return target(rule, quotas.lease(report, rule.rate().reservoirSize(), now), now);
    }

    private Output getSamplingStatisticSummaries(Input input) {
        return SamplingTargetOutput.statistics(statistics.lastClosed(clock.millis()));
    }

    private Output getSamplingBoosts(Input input) {
        long now = clock.millis();
        return SamplingTargetOutput.boosts(
                boosts.all(),
                boost -> boost.equals(boosts.current(boost.reason().rule(), now)));
    }
}
