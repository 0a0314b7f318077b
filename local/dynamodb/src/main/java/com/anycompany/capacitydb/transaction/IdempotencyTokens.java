package com.anycompany.capacitydb.transaction;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The client tokens of transactions that succeeded within the last ten minutes. A transaction with such a token isn't performed
 * again; it gets the same result.
 */
public final class IdempotencyTokens<T> {

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MAX = 10_000;

    private final Clock clock;
    private final Map<String, Outcome<T>> outcomes = new LinkedHashMap<>();

    private record Outcome<T>(JsonObject request, T result, long expires) {}

    public IdempotencyTokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * Performs the transaction unless one with this token was.
     *
     * @param request what the transaction consists of; another one with the same token is refused
     */
    public T perform(@Nullable String token, JsonObject request, Supplier<T> transaction) {
        return token == null ? transaction.get() : performOnce(token, request, transaction);
    }

    /** One at a time, so that two requests with one token can't both find it unused. */
    private synchronized T performOnce(String token, JsonObject request, Supplier<T> transaction) {
        forgetOld();
        Outcome<T> known = outcomes.get(token);
        if (known == null) {
            T result = transaction.get();
            outcomes.put(token, new Outcome<>(request, result, clock.millis() + LIFETIME.toMillis()));
            return result;
        }
        if (!known.request().equals(request)) {
            throw new ServiceException(
                    ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH,
                    "The request uses the same client token as a previous, but non-identical request. Do not reuse a "
                            + "client token with different requests, unless the requests are identical");
        }
        return known.result();
    }

    private void forgetOld() {
        long now = clock.millis();
        outcomes.values().removeIf(outcome -> outcome.expires() <= now);
        while (outcomes.size() >= MAX) {
            outcomes.remove(outcomes.keySet().iterator().next());
        }
    }
}
