package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.sampling.SamplingRule;
import java.util.List;

/** Sampling rules in the format of the X-Ray API. */
final class SamplingRuleOutput {

    private SamplingRuleOutput() {}

    /** The answer of GetSamplingRules. */
    static Output rules(List<SamplingRule> rules) {
        return new Output()
                .put("SamplingRuleRecords", rules, SamplingRuleOutput::ruleRecord)
                .put("NextToken", null);
    }

    /** The answer of every operation that changes a rule. */
    static Output rule(SamplingRule rule) {
        return new Output().put("SamplingRuleRecord", ruleRecord(rule));
    }

    private static Output ruleRecord(SamplingRule rule) {
        SamplingRule.Boost boost = rule.rate().boost();
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
                                .put("SamplingRateBoost", boost == null ? null : boostMember(boost)))
                .put("CreatedAt", wholeSeconds(rule.createdMillis()))
                .put("ModifiedAt", wholeSeconds(rule.modifiedMillis()));
    }

    private static Output boostMember(SamplingRule.Boost boost) {
        return new Output().put("MaxRate", boost.maxRate()).put("CooldownWindowMinutes", boost.cooldownMinutes());
    }

    private static double wholeSeconds(long millis) {
        return Output.seconds(millis / 1000 * 1000);
    }
}
