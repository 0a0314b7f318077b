package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.sampling.BoostReport;
import com.anycompany.xray.local.sampling.Boosts.Boost;
import com.anycompany.xray.local.sampling.Quotas.Quota;
import com.anycompany.xray.local.sampling.SamplingRule;
import com.anycompany.xray.local.sampling.SamplingStatistics;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What clients are told to do in sampling, and what they have done, in the format of the X-Ray API. */
final class SamplingTargetOutput {

    private static final int INTERVAL_SECONDS = 10;

    /**
     * What the clients of a rule are told.
     *
     * @param quota null at a client's first report, and if it reported nothing but anomalies
     * @param boost null if none is in force
     */
    record Target(
            SamplingRule rule,
            @Nullable Quota quota,
            @Nullable Boost boost) {

        private Output output() {
            return new Output()
                    .put("RuleName", rule.name())
                    .put("FixedRate", rule.rate().fixed())
                    .put("ReservoirQuota", quota == null ? null : (Integer) quota.perSecond())
                    .put("ReservoirQuotaTTL", quota == null ? null : (Double) Output.seconds(quota.untilMillis()))
                    .put("Interval", quota == null ? null : (Integer) INTERVAL_SECONDS)
                    .put("SamplingBoost", boost == null ? null : boostMember(boost));
        }
    }

    private SamplingTargetOutput() {}

    /**
     * The answer of GetSamplingTargets.
     *
     * @param unprocessed the rules, unknown here, that statistics were reported of
     * @param unprocessedBoosts those that anomalies were reported of
     */
    static Output targets(
            List<Target> targets, long lastModifiedMillis, List<String> unprocessed, List<String> unprocessedBoosts) {
        return new Output()
                .put("SamplingTargetDocuments", targets, Target::output)
                .put("LastRuleModification", secondsRoundedUp(lastModifiedMillis))
                .put("UnprocessedStatistics", unprocessed, SamplingTargetOutput::unknownRule)
                .put("UnprocessedBoostStatistics", unprocessedBoosts, SamplingTargetOutput::unknownRule);
    }

    /** In whole seconds, as in AWS; rounded up, so that no client believes that it knows of a change already. */
    private static double secondsRoundedUp(long millis) {
        return -Math.floorDiv(-millis, 1000L);
    }

    private static Output unknownRule(String name) {
        return new Output().put("RuleName", name).put("ErrorCode", "400").put("Message", "Unknown rule");
    }

    private static Output boostMember(Boost boost) {
        return new Output().put("BoostRate", boost.rate()).put("BoostRateTTL", Output.seconds(boost.untilMillis()));
    }

    /** The answer of GetSamplingStatisticSummaries. */
    static Output statistics(List<SamplingStatistics.Summary> summaries) {
        return new Output()
                .put("SamplingStatisticSummaries", summaries, SamplingTargetOutput::summary)
                .put("NextToken", null);
    }

    private static Output summary(SamplingStatistics.Summary summary) {
        return new Output()
                .put("RuleName", summary.rule())
                .put("Timestamp", Output.seconds(summary.millis()))
                .put("RequestCount", summary.requests())
                .put("BorrowCount", summary.borrowed())
                .put("SampledCount", summary.sampled());
    }

    /** The answer of GetSamplingBoosts, which is X-Ray Local's own. */
    static Output boosts(List<Boost> boosts, Predicate<Boost> active) {
        return new Output().put("SamplingBoosts", boosts, boost -> {
            BoostReport reason = boost.reason();
            return new Output()
                    .put("RuleName", reason.rule())
                    .put("ServiceName", reason.service())
                    .put("AnomalyCount", reason.anomalies())
                    .put("TotalCount", reason.requests())
                    .put("BoostRate", boost.rate())
                    .put("Active", active.test(boost))
                    .put("StartTime", Output.seconds(boost.startMillis()))
                    .put("BoostRateTTL", Output.seconds(boost.untilMillis()))
                    .put("NextPossibleTime", Output.seconds(boost.nextMillis()));
        });
    }
}
