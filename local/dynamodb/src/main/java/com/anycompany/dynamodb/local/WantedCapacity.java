package com.anycompany.dynamodb.local;

import com.amazonaws.services.dynamodbv2.model.ConsumedCapacity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much the client wants to be told of the consumed capacity; the guard itself always asks for everything. */
enum WantedCapacity {
    NONE,
    TOTAL,
    INDEXES;

    /** An unknown word is the engine's to refuse. */
    static boolean isKnown(@Nullable String requested) {
        return requested == null || List.of("NONE", "TOTAL", "INDEXES").contains(requested);
    }

    static WantedCapacity of(@Nullable String requested) {
        return requested == null ? NONE : valueOf(requested);
    }

    @Nullable
    ConsumedCapacity of(@Nullable ConsumedCapacity consumed) {
        if (consumed == null || this == NONE) {
            return null;
        }
        return this == INDEXES
                ? consumed
                : new ConsumedCapacity()
                        .withTableName(consumed.getTableName())
                        .withCapacityUnits(consumed.getCapacityUnits())
                        .withReadCapacityUnits(consumed.getReadCapacityUnits())
                        .withWriteCapacityUnits(consumed.getWriteCapacityUnits());
    }

    @Nullable
    List<ConsumedCapacity> of(@Nullable List<ConsumedCapacity> consumed) {
        if (consumed == null || this == NONE) {
            return null;
        }
        return consumed.stream()
                .map(one -> java.util.Objects.requireNonNull(of(one)))
                .toList();
    }
}
