package com.anycompany.shop.randomizer;

import java.time.Duration;
import java.util.List;

/** Whom the randomizer may kill: processes on this machine, or pods of a cluster. */
interface Victims {

    /** Everyone who is healthy now and may be killed. */
    List<Victim> healthy() throws Obstacle;

    /** How long to wait between two looks at whether a victim has been replaced. */
    Duration glance();
}
