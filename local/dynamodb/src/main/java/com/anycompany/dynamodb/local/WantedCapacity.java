package com.anycompany.dynamodb.local;

import com.amazonaws.services.dynamodbv2.model.ConsumedCapacity;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much the client wants to be told of the consumed capacity; the guard itself always asks for everything. */
enum WantedCapacity {
    NONE,
    TOTAL,
    INDEXES;

    private static final List<String> WORDS =
            Arrays.stream(values()).map(WantedCapacity::name).toList();

    /** An unknown word is the engine's to refuse. */
    static boolean isKnown(@Nullable String requested) {
        return requested == null || WORDS.contains(requested);
    }

    static WantedCapacity of(@Nullable String requested) {
        return requested == null ? NONE : valueOf(requested);
    }

    /** What the client is told of all this; null for nothing. */
    @Nullable
    Collection<ConsumedCapacity> of(Collection<ConsumedCapacity> consumed) {
        return switch (this) {
            case NONE -> null;
            case TOTAL -> consumed.stream().map(WantedCapacity::total).toList();
            case INDEXES -> consumed;
        };
    }

    private static ConsumedCapacity total(ConsumedCapacity all) {
        return new ConsumedCapacity()
                .withTableName(all.getTableName())
                .withCapacityUnits(all.getCapacityUnits())
                .withReadCapacityUnits(all.getReadCapacityUnits())
                .withWriteCapacityUnits(all.getWriteCapacityUnits());
    }
}
