package com.anycompany.dynamodb.local;

import com.amazonaws.services.dynamodbv2.model.ConsumedCapacity;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the request and the answer of one operation carry the consumed capacity, of which the engine's classes have no
 * common notion.
 *
 * @param asked how much the client wants to be told, see {@link WantedCapacity}
 * @param read what the engine tells
 * @param tell replaces it by what the client is to be told
 */
record Figures<Q, R>(
        Function<Q, @Nullable String> asked,
        BiConsumer<Q, String> ask,
        Function<R, @Nullable Collection<ConsumedCapacity>> read,
        BiConsumer<R, @Nullable Collection<ConsumedCapacity>> tell) {

    private static final String EVERYTHING = WantedCapacity.INDEXES.name();

    /** For an operation on one table. */
    static <Q, R> Figures<Q, R> one(
            Function<Q, @Nullable String> asked,
            BiConsumer<Q, String> ask,
            Function<R, @Nullable ConsumedCapacity> read,
            BiConsumer<R, @Nullable ConsumedCapacity> tell) {
        return new Figures<>(
                asked,
                ask,
                result -> {
                    ConsumedCapacity only = read.apply(result);
                    return only == null ? null : List.of(only);
                },
                (result, told) -> tell.accept(
                        result, told == null ? null : told.iterator().next()));
    }

    /** Calls the engine, lets {@code charge} see all that it consumed, and tells the client what it had asked for. */
    R metered(Q request, Function<Q, R> engine, Consumer<ConsumedCapacity> charge) {
        String wanted = asked.apply(request);
        if (!WantedCapacity.isKnown(wanted)) {
            return engine.apply(request);
        }
        ask.accept(request, EVERYTHING);
        R result = engine.apply(request);
        Collection<ConsumedCapacity> consumed = read.apply(result);
        if (consumed != null) {
            consumed.forEach(charge);
            tell.accept(result, WantedCapacity.of(wanted).of(consumed));
        }
        return result;
    }
}
