package com.anycompany.shop.randomizer;

import java.time.Duration;
import java.util.List;

/** What the randomizer may kill: processes on this machine, or pods of a cluster. */
interface Targets {

    /** All that are healthy now and may be killed. */
    List<Target> healthy() throws TargetAccessException;

    /** How long to wait between two checks whether a target has been replaced. */
    Duration pollInterval();
}
