package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.config.Tags;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.sampling.Boosts;
import com.anycompany.xray.local.sampling.Quotas;
import com.anycompany.xray.local.sampling.SamplingRule;
import com.anycompany.xray.local.sampling.SamplingRules;
import com.anycompany.xray.local.sampling.SamplingRules.TooManyRules;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** GetSamplingRules, CreateSamplingRule, UpdateSamplingRule and DeleteSamplingRule. */
public final class SamplingRuleOperations {

    private static final List<String> OF_DEFAULT = List.of("RuleName", "RuleARN", "FixedRate", "ReservoirSize");

    private final SamplingRules rules;
    private final Quotas quotas;
    private final Boosts boosts;
    private final Tags tags;
    private final Clock clock;

    private record CreateSamplingRuleRequest(SamplingRule rule, Map<String, String> tags) {

        static CreateSamplingRuleRequest of(Input input, long nowMillis) {
            return new CreateSamplingRuleRequest(
                    SamplingRuleInput.create(input.requiredObject("SamplingRule"), nowMillis),
                    TagOperations.tags(input));
        }
    }

    private record UpdateSamplingRuleRequest(SamplingRule updated) {

        static UpdateSamplingRuleRequest of(Input input, SamplingRules rules, long nowMillis) {
            Input update = input.requiredObject("SamplingRuleUpdate");
            SamplingRule rule = find(update, rules);
            boolean beyondRates = update.members().keySet().stream()
                    .anyMatch(name -> update.has((String) name) && !OF_DEFAULT.contains(name));
            if (rule.isDefault() && beyondRates) {
                throw ApiException.invalid(
                        "Only the reservoir size and fixed rate of the default sampling rule can be modified");
            }
            return new UpdateSamplingRuleRequest(SamplingRuleInput.update(rule, update, nowMillis));
        }
    }

    private record DeleteSamplingRuleRequest(SamplingRule rule) {

        static DeleteSamplingRuleRequest of(Input input, SamplingRules rules) {
            SamplingRule rule = find(input, rules);
            if (rule.isDefault()) {
                throw ApiException.invalid("The default sampling rule cannot be deleted");
            }
            return new DeleteSamplingRuleRequest(rule);
        }
    }

    public SamplingRuleOperations(SamplingRules rules, Quotas quotas, Boosts boosts, Tags tags, Clock clock) {
        this.rules = rules;
        this.quotas = quotas;
        this.boosts = boosts;
        this.tags = tags;
        this.clock = clock;
        rules.all().forEach(rule -> tags.register(rule.arn(), Tags.NONE));
    }

    public void addTo(Operations operations) {
        operations
                .add("GetSamplingRules", this::getSamplingRules)
                .addChange("CreateSamplingRule", this::createSamplingRule)
                .addChange("UpdateSamplingRule", this::updateSamplingRule)
                .addChange("DeleteSamplingRule", this::deleteSamplingRule);
    }

    private Output getSamplingRules(Input input) {
        return SamplingRuleOutput.rules(rules.all());
    }

    private Output createSamplingRule(Input input) {
        CreateSamplingRuleRequest request = CreateSamplingRuleRequest.of(input, clock.millis());
        SamplingRule rule = request.rule();
        try {
            if (!rules.create(rule)) {
                throw ApiException.invalid("Sampling rule already exists");
            }
        } catch (TooManyRules e) {
            throw ApiException.of(400, "RuleLimitExceededException", String.valueOf(e.getMessage()));
        }
        tags.register(rule.arn(), request.tags());
        return SamplingRuleOutput.rule(rule);
    }

    private Output updateSamplingRule(Input input) {
        SamplingRule updated =
                UpdateSamplingRuleRequest.of(input, rules, clock.millis()).updated();
        rules.replace(updated);
        boosts.forget(updated.name());
        return SamplingRuleOutput.rule(updated);
    }

    private Output deleteSamplingRule(Input input) {
        SamplingRule rule = DeleteSamplingRuleRequest.of(input, rules).rule();
        rules.delete(rule.name(), clock.millis());
        quotas.forget(rule.name());
        boosts.forget(rule.name());
        tags.unregister(rule.arn());
        return SamplingRuleOutput.rule(rule);
    }

    private static SamplingRule find(Input input, SamplingRules rules) {
        String name = input.text("RuleName");
        String arn = input.text("RuleARN");
        if (name == null && arn == null) {
            throw ApiException.invalid("Request must contain either sampling rule name or sampling rule ARN");
        }
        if (name != null && arn != null) {
            throw ApiException.invalid("Request cannot contain both sampling rule name and sampling rule ARN");
        }
        return (name == null ? rules.withArn(String.valueOf(arn)) : rules.named(name))
                .orElseThrow(() -> ApiException.invalid("Sampling rule does not exist"));
    }
}
