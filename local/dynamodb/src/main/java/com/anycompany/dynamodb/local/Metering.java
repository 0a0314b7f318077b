package com.anycompany.dynamodb.local;

import com.amazonaws.AmazonServiceException;
import com.anycompany.dynamodb.local.Meter.Access;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way of a call that touches one table: refused while the table or the index has no credit, charged with what it
 * consumed. Where nothing is to be metered, the engine gets the request as it came.
 */
record Metering(TableMeters meters) {

    static final String CONDITION_FAILED = "ConditionalCheckFailedException";

    /** A write whose condition fails costs all the same, at least one unit. */
    <Q, R> R perform(
            Access access,
            @Nullable String table,
            @Nullable String index,
            Figures<Q, R> figures,
            Q request,
            Function<Q, R> engine) {
        Optional<TableMeter> known = meters.of(table);
        if (known.isEmpty()) {
            return engine.apply(request);
        }
        TableMeter meter = known.get();
        meter.admit(access, index);
        try {
            return figures.metered(request, engine, consumed -> meter.charge(access, consumed));
        } catch (AmazonServiceException e) {
            if (CONDITION_FAILED.equals(e.getErrorCode())) {
                meter.charge(access, null, 1);
            }
            throw e;
        }
    }
}
