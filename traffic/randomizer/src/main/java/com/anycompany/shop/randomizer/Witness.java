package com.anycompany.shop.randomizer;

import java.time.Duration;

/** Hears what the randomizer does: its log, X-Ray Local, a test. */
interface Witness {

    /** In a dry run. */
    void wouldKill(Victim victim);

    void killed(Victim victim);

    /** Healthy again, this long after the kill. */
    void back(Victim victim, Duration took);

    void notBack(Victim victim, Duration patience);

    /** Something went wrong on the randomizer's own side; it goes on. */
    void hindered(String what);
}
