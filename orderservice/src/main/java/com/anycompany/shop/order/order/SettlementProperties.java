package com.anycompany.shop.order.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the settlement of orders whose request didn't finish.
 *
 * @param after time in which only the request that places an order works on it; longer than any request can take
 * @param every how often each replica looks for orders that are due
 * @param longestPause the longest wait between two tries for the same order
 */
@ConfigurationProperties("orders.settlement")
public record SettlementProperties(
        @DefaultValue("10s") Duration after,
        @DefaultValue("2s") Duration every,
        @DefaultValue("30s") Duration longestPause) {

    /** The backoff after this many tries: doubled each time, so that a service that is down isn't called too often. */
    Duration pause(int tries) {
        Duration doubled = after.multipliedBy(1L << Math.min(tries, 10));
        return doubled.compareTo(longestPause) < 0 ? doubled : max(after, longestPause);
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
