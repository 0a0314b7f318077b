package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.protocol.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import java.time.Clock;
import java.util.List;

/**
 * The switches of Transaction Search: where traces go, and which share of them is indexed. Both are only remembered: here
 * every trace is kept and indexed.
 */
public final class TransactionSearchOperations {

    private static final String RULE = "Default";
    private static final double EVERYTHING = 100;
    private static final List<String> DESTINATIONS = List.of("XRay", "CloudWatchLogs");

    private final Clock clock;
    private String destination = DESTINATIONS.get(0);
    private double desiredPercentage = EVERYTHING;
    private long modifiedMillis;

    public TransactionSearchOperations(Clock clock) {
        this.clock = clock;
        this.modifiedMillis = clock.millis();
    }

    public void addTo(Operations operations) {
        operations
                .add("/GetTraceSegmentDestination", input -> destination())
                .add("/UpdateTraceSegmentDestination", this::updateTraceSegmentDestination)
                .add("/GetIndexingRules", this::getIndexingRules)
                .add("/UpdateIndexingRule", this::updateIndexingRule);
    }

    private synchronized Output destination() {
        return new Output().put("Destination", destination).put("Status", "ACTIVE");
    }

    private synchronized Output updateTraceSegmentDestination(Input input) {
        String wanted = input.requiredText("Destination");
        if (!DESTINATIONS.contains(wanted)) {
            throw ApiException.invalid("Destination must be one of " + DESTINATIONS);
        }
        destination = wanted;
        return destination();
    }

    private synchronized Output getIndexingRules(Input input) {
        TraceOperations.refuseToken(input);
        return new Output().put("IndexingRules", List.of(RULE), name -> rule()).put("NextToken", null);
    }

    private synchronized Output updateIndexingRule(Input input) {
        String name = input.requiredText("Name");
        if (!name.equals(RULE)) {
            throw ApiException.notFound("There is no indexing rule named " + name + ", only " + RULE, name);
        }
        Input probabilistic = input.requiredObject("Rule").requiredObject("Probabilistic");
        double percentage = probabilistic.requiredNumber("DesiredSamplingPercentage");
        if (percentage < 0 || percentage > EVERYTHING) {
            throw ApiException.invalid("DesiredSamplingPercentage must be between 0 and 100");
        }
        desiredPercentage = percentage;
        modifiedMillis = clock.millis();
        return new Output().put("IndexingRule", rule());
    }

    private Output rule() {
        return new Output()
                .put("Name", RULE)
                .put("ModifiedAt", Output.seconds(modifiedMillis))
                .put(
                        "Rule",
                        new Output()
                                .put(
                                        "Probabilistic",
                                        new Output()
                                                .put("DesiredSamplingPercentage", desiredPercentage)
                                                .put("ActualSamplingPercentage", EVERYTHING)));
    }
}
