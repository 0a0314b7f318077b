package com.anycompany.shop.randomizer;

import java.time.Duration;
import java.time.Instant;

/** Listener for what the randomizer does: its log, X-Ray Local's event list, a test. */
interface ChaosListener {

    /** In a dry run. */
    void wouldKill(Target target);

    /** @param at the moment before the signal */
    void killed(Target target, Instant at);

    /** Healthy again, this long after the kill. */
    void back(Target target, Duration took);

    void notBack(Target target, Duration timeout);

    /** An error on the randomizer's own side; it continues. */
    void failed(String what);
}
