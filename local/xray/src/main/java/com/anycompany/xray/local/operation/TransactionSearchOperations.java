package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.config.TransactionSearch;
import com.anycompany.xray.local.config.TransactionSearch.IndexingRule;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import java.time.Clock;
import java.util.List;

/** GetTraceSegmentDestination, UpdateTraceSegmentDestination, GetIndexingRules and UpdateIndexingRule. */
public final class TransactionSearchOperations {

    public static final String DEFAULT_DESTINATION = "XRay";

    private static final String RULE = "Default";

    private final TransactionSearch settings;
    private final Clock clock;

    public TransactionSearchOperations(TransactionSearch settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public void addTo(Operations operations) {
        operations
                .add("GetTraceSegmentDestination", input -> destination())
                .addChange("UpdateTraceSegmentDestination", this::updateTraceSegmentDestination)
                .add("GetIndexingRules", this::getIndexingRules)
                .addChange("UpdateIndexingRule", this::updateIndexingRule);
    }

    private Output destination() {
        return new Output().put("Destination", settings.destination()).put("Status", "ACTIVE");
    }

    private Output updateTraceSegmentDestination(Input input) {
        settings.setDestination(input.requiredText("Destination"));
        return destination();
    }

    private Output getIndexingRules(Input input) {
        NextToken.refuse(input);
        return new Output()
                .put("IndexingRules", List.of(settings.rule()), TransactionSearchOperations::output)
                .put("NextToken", null);
    }

    private Output updateIndexingRule(Input input) {
        String name = input.requiredText("Name");
        if (!name.equals(RULE)) {
            throw ApiException.notFound("There is no indexing rule named " + name + ", only " + RULE, name);
        }
        Input probabilistic = input.requiredObject("Rule").requiredObject("Probabilistic");
        double percentage = probabilistic.requiredNumber("DesiredSamplingPercentage");
        if (percentage < 0 || percentage > TransactionSearch.MAX_PERCENTAGE) {
            throw ApiException.invalid("DesiredSamplingPercentage must be between 0 and 100");
        }
        IndexingRule rule = new IndexingRule(percentage, clock.millis());
        settings.setRule(rule);
        return new Output().put("IndexingRule", output(rule));
    }

    private static Output output(IndexingRule rule) {
        return new Output()
                .put("Name", RULE)
                .put("ModifiedAt", Output.seconds(rule.modifiedMillis()))
                .put(
                        "Rule",
                        new Output()
                                .put(
                                        "Probabilistic",
                                        new Output()
                                                .put("DesiredSamplingPercentage", rule.desiredPercentage())
                                                .put("ActualSamplingPercentage", rule.desiredPercentage())));
    }
}
