package com.anycompany.capacitydb.capacity;

import java.time.Clock;
import java.time.Duration;

/**
 * Token bucket: provisioned capacity of one kind (reads or writes) of one table or index. It fills at the provisioned rate, keeps what
 * isn't used for up to 300 s (the burst credit of the real service), and is charged with what calls really consumed.
 *
 * <p>What a call consumes is known only afterwards, so a call is admitted as long as there is any credit, and may leave a
 * debt that later calls wait for. Example, at 1 unit per second: with a credit of 0.5 a query that reads 20 units is
 * admitted and leaves −19.5; then everything is throttled for 19.5 s. On average, calls get no more than is provisioned.
 */
final class TokenBucket {

    static final Duration BURST = Duration.ofSeconds(300);

    private final Duration burst;
    private final Clock clock;
    private double perSecond;
    private double credit;
    private long filledAt;

    /** Bucket of provisioned capacity. */
    TokenBucket(double perSecond, Clock clock) {
        this(perSecond, BURST, clock);
    }

    /**
     * Bucket that is full.
     *
     * @param perSecond positive infinity for no limit
     * @param burst for how long it keeps what isn't used
     */
    TokenBucket(double perSecond, Duration burst, Clock clock) {
        this.burst = burst;
        this.clock = clock;
        this.perSecond = perSecond;
        this.credit = most();
        this.filledAt = clock.millis();
    }

    /** How many calls of at least this cost each are admitted now, of those that are wanted. */
    synchronized int admits(int wanted, double leastCost) {
        fill();
        return credit <= 0 ? 0 : (int) Math.min(wanted, Math.ceil(credit / leastCost));
    }

    synchronized boolean hasCredit() {
        fill();
        return credit > 0;
    }

    synchronized void charge(double units) {
        fill();
        credit -= units;
    }

    /**
     * A new rate takes effect at once: credit and debt of the old one are gone, and one second's worth of the new one is
     * there.
     */
    synchronized void changeTo(double rate) {
        if (rate != perSecond) {
            perSecond = rate;
            credit = rate;
            filledAt = clock.millis();
        }
    }

    private void fill() {
        long now = clock.millis();
        if (now > filledAt) {
            credit = Math.min(most(), credit + perSecond * (now - filledAt) / 1000.0);
            filledAt = now;
        }
    }

    private double most() {
        return perSecond * burst.toSeconds();
    }
}
