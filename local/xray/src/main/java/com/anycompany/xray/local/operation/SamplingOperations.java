package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.config.Tags;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.sampling.Quotas;
import com.anycompany.xray.local.sampling.SamplingReport;
import com.anycompany.xray.local.sampling.SamplingRule;
import com.anycompany.xray.local.sampling.SamplingRules;
import com.anycompany.xray.local.sampling.SamplingRules.TooManyRules;
import com.anycompany.xray.local.sampling.SamplingStatistics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GetSamplingRules, CreateSamplingRule, UpdateSamplingRule, DeleteSamplingRule, GetSamplingTargets and
 * GetSamplingStatisticSummaries.
 */
public final class SamplingOperations {

    private static final int MAX_REPORTS = 25;
    private static final int INTERVAL_SECONDS = 10;

    private final SamplingRules rules;
    private final Quotas quotas;
    private final SamplingStatistics statistics;
    private final Tags tags;
    private final Clock clock;

    public SamplingOperations(
            SamplingRules rules, Quotas quotas, SamplingStatistics statistics, Tags tags, Clock clock) {
        this.rules = rules;
        this.quotas = quotas;
        this.statistics = statistics;
        this.tags = tags;
        this.clock = clock;
        rules.all().forEach(rule -> tags.register(rule.arn(), Tags.NONE));
    }

    public void addTo(Operations operations) {
        operations
                .add("GetSamplingRules", "/GetSamplingRules", this::getSamplingRules)
                .addChange("CreateSamplingRule", "/CreateSamplingRule", this::createSamplingRule)
                .addChange("UpdateSamplingRule", "/UpdateSamplingRule", this::updateSamplingRule)
                .addChange("DeleteSamplingRule", "/DeleteSamplingRule", this::deleteSamplingRule)
                .add("GetSamplingTargets", "/SamplingTargets", this::getSamplingTargets)
                .add(
                        "GetSamplingStatisticSummaries",
                        "/SamplingStatisticSummaries",
                        this::getSamplingStatisticSummaries);
    }

    private Output getSamplingRules(Input input) {
        return new Output()
                .put("SamplingRuleRecords", rules.all(), SamplingOperations::ruleRecord)
                .put("NextToken", null);
    }

    private Output createSamplingRule(Input input) {
        SamplingRule rule = SamplingRuleInput.create(input.requiredObject("SamplingRule"), clock.millis());
        Map<String, String> wanted = TagOperations.tags(input);
        try {
            if (!rules.create(rule)) {
                throw ApiException.invalid("Sampling rule already exists");
            }
        } catch (TooManyRules e) {
            throw ApiException.of(400, "RuleLimitExceededException", String.valueOf(e.getMessage()));
        }
        tags.register(rule.arn(), wanted);
        return new Output().put("SamplingRuleRecord", ruleRecord(rule));
    }

    private Output updateSamplingRule(Input input) {
        Input update = input.requiredObject("SamplingRuleUpdate");
        SamplingRule rule = find(update);
        boolean beyondRates = update.members().keySet().stream()
                .anyMatch(name -> !List.of("RuleName", "RuleARN", "FixedRate", "ReservoirSize")
                        .contains(name));
        if (rule.isDefault() && beyondRates) {
            throw ApiException.invalid(
                    "Only the reservoir size and fixed rate of the default sampling rule can be modified");
        }
        SamplingRule updated = SamplingRuleInput.update(rule, update, clock.millis());
        rules.replace(updated);
        return new Output().put("SamplingRuleRecord", ruleRecord(updated));
    }

    private Output deleteSamplingRule(Input input) {
        SamplingRule rule = find(input);
        if (rule.isDefault()) {
            throw ApiException.invalid("The default sampling rule cannot be deleted");
        }
        rules.delete(rule.name(), clock.millis());
        quotas.forget(rule.name());
        tags.unregister(rule.arn());
        return new Output().put("SamplingRuleRecord", ruleRecord(rule));
    }

    private SamplingRule find(Input input) {
        String name = input.text("RuleName");
        String arn = input.text("RuleARN");
        if (name == null == (arn == null)) {
            throw ApiException.invalid("Give either RuleName or RuleARN");
        }
        return (name == null ? rules.withArn(String.valueOf(arn)) : rules.named(name))
                .orElseThrow(() -> ApiException.invalid("Sampling rule does not exist"));
    }

    private Output getSamplingTargets(Input input) {
        List<Input> reports = input.objects("SamplingStatisticsDocuments");
        checkCount("SamplingStatisticsDocuments", reports);
        checkCount("SamplingBoostStatisticsDocuments", input.objects("SamplingBoostStatisticsDocuments"));
        List<Output> targets = new ArrayList<>();
        List<Output> unprocessed = new ArrayList<>();
        for (Input document : reports) {
            SamplingReport report = report(document);
            rules.named(report.rule())
                    .ifPresentOrElse(
                            rule -> targets.add(target(rule, report)),
                            () -> unprocessed.add(new Output()
                                    .put("RuleName", report.rule())
                                    .put("ErrorCode", "400")
                                    .put("Message", "Unknown rule")));
        }
        return new Output()
                .put("SamplingTargetDocuments", targets, target -> target)
                .put("LastRuleModification", Output.seconds(rules.lastModifiedMillis()))
                .put("UnprocessedStatistics", unprocessed, statistic -> statistic)
                .put("UnprocessedBoostStatistics", List.of());
    }

    private static void checkCount(String name, List<Input> documents) {
        if (documents.size() > MAX_REPORTS) {
            throw ApiException.invalid("At most " + MAX_REPORTS + " " + name + " are accepted");
        }
    }

    /** Ignores the member Timestamp: the X-Ray SDKs send milliseconds, though the API says seconds. */
    private SamplingReport report(Input document) {
        return new SamplingReport(
                document.requiredText("RuleName"),
                document.requiredText("ClientID"),
                (long) document.number("RequestCount", 0),
                (long) document.number("SampledCount", 0),
                (long) document.number("BorrowCount", 0),
                clock.millis());
    }

    private Output target(SamplingRule rule, SamplingReport report) {
        long now = clock.millis();
        statistics.add(report, now);
        Quotas.@Nullable Quota quota = quotas.lease(report, rule.rate().reservoirSize(), now);
        return new Output()
                .put("RuleName", rule.name())
                .put("FixedRate", rule.rate().fixed())
                .put("ReservoirQuota", quota == null ? null : (Integer) quota.perSecond())
                .put("ReservoirQuotaTTL", quota == null ? null : (Double) Output.seconds(quota.untilMillis()))
                .put("Interval", quota == null ? null : (Integer) INTERVAL_SECONDS)
                .put("SamplingBoost", null);
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

    private static Output ruleRecord(SamplingRule rule) {
        return new Output()
                .put(
                        "SamplingRule",
                        new Output()
                                .put("RuleName", rule.name())
                                .put("RuleARN", rule.arn())
                                .put("ResourceARN", rule.match().resourceArn())
                                .put("Priority", rule.priority())
                                .put("FixedRate", rule.rate().fixed())
                                .put("ReservoirSize", rule.rate().reservoirSize())
                                .put("ServiceName", rule.match().serviceName())
                                .put("ServiceType", rule.match().serviceType())
                                .put("Host", rule.match().host())
                                .put("HTTPMethod", rule.match().httpMethod())
                                .put("URLPath", rule.match().urlPath())
                                .put("Version", 1)
                                .put("Attributes", rule.match().attributes())
                                .put("SamplingRateBoost", rule.rate().boost()))
                .put("CreatedAt", Output.seconds(rule.createdMillis()))
                .put("ModifiedAt", Output.seconds(rule.modifiedMillis()));
    }
}
