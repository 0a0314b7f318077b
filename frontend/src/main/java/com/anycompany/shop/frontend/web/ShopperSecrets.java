package com.anycompany.shop.frontend.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The secrets of one browser, newest first. The newest one makes the shopper; the earlier ones only open the orders that were
 * placed with them (docs/adr/044-shopper-secret.md).
 */
record ShopperSecrets(List<ShopperSecret> newestFirst) {

    /** For how long a secret makes the shopper. */
    static final Duration LIFETIME = Duration.ofDays(30);

    /** For how long a secret opens orders. */
    static final Duration HISTORY = Duration.ofDays(365);

    /** How many secrets a browser keeps: 530 characters. */
    static final int MOST = 10;

    /** For how long at least a secret that was replaced opens its orders: longer than any order stays undecided. */
    static final Duration UNDECIDED = Duration.ofMinutes(15);

    private static final String SEPARATOR = "~";
    private static final int LONGEST_COOKIE = 1024;

    /** By how much the clocks of two replicas may differ. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(10);

    /** Reads a cookie, and leaves out whatever isn't a secret, or is too old. */
    static ShopperSecrets read(String cookie, Instant now) {
        if (cookie.length() > LONGEST_COOKIE) {
            return new ShopperSecrets(List.of());
        }
        return new ShopperSecrets(Arrays.stream(cookie.split(SEPARATOR))
                .map(ShopperSecret::parse)
                .flatMap(Optional::stream)
                .filter(secret -> secret.drawnAt().isAfter(now.minus(HISTORY)))
                .filter(secret -> secret.drawnAt().isBefore(now.plus(CLOCK_DIFFERENCE)))
                .limit(MOST)
                .toList());
    }

    /** Whether the newest secret makes a shopper now. */
    boolean isCurrent(Instant now) {
        return !newestFirst.isEmpty() && newestFirst.get(0).drawnAt().isAfter(now.minus(LIFETIME));
    }

    /** Whether the newest secret should be replaced at an opportunity at which nothing is lost by it. */
    boolean isOld(Instant now) {
        return !isCurrent(now.plus(LIFETIME.dividedBy(2)));
    }

    /**
     * These secrets behind a new one, without the oldest where there would be too many. As long as the oldest may still be
     * needed for an undecided order, nothing changes: the next order is placed with the newest secret again.
     */
    ShopperSecrets renewed(Instant now) {
        if (isCurrent(now) && newestFirst.size() == MOST && replacedAt(MOST - 1).isAfter(now.minus(UNDECIDED))) {
            return this;
        }
        List<ShopperSecret> secrets = new ArrayList<>();
        secrets.add(ShopperSecret.draw(now));
        newestFirst.stream().limit(MOST - 1L).forEach(secrets::add);
        return new ShopperSecrets(List.copyOf(secrets));
    }

    private Instant replacedAt(int index) {
        return newestFirst.get(index - 1).drawnAt();
    }

    /** The ids of all secrets, newest first. */
    List<ShopperId> ids() {
        return newestFirst.stream().map(ShopperSecret::id).toList();
    }

    String cookie() {
        return newestFirst.stream().map(ShopperSecret::text).collect(Collectors.joining(SEPARATOR));
    }
}
