package com.anycompany.shop.randomizer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a test's randomizer does. */
final class Diary implements Witness {

    final List<String> entries = new CopyOnWriteArrayList<>();

    @Override
    public void wouldKill(Victim victim) {
        entries.add("would kill " + victim.service());
    }

    @Override
    public void killed(Victim victim) {
        entries.add("killed " + victim.service());
    }

    @Override
    public void back(Victim victim, Duration took) {
        entries.add("back " + victim.service());
    }

    @Override
    public void notBack(Victim victim, Duration patience) {
        entries.add("not back " + victim.service());
    }

    @Override
    public void hindered(String what) {
        entries.add("hindered: " + what);
    }
}
