package com.anycompany.shop.randomizer;

import java.time.Duration;
import java.util.Optional;

/**
 * Parameters of one run.
 *
 * @param every from one kill to the next; after a recovery that takes longer the next kill follows at once
 * @param atOnce whether the first kill doesn't wait for an interval to pass
 * @param time how long; without it, until told to stop
 * @param timeout how long a target may take to come back before it counts as lost
 * @param together how many services are killed at the same moment
 */
record Plan(Interval every, boolean atOnce, Optional<Duration> time, Duration timeout, boolean dryRun, int together) {}
