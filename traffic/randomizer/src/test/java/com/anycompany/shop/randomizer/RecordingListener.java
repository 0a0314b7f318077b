package com.anycompany.shop.randomizer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a test's randomizer does. */
final class RecordingListener implements ChaosListener {

    final List<String> entries = new CopyOnWriteArrayList<>();

    @Override
    public void wouldKill(Target target) {
        entries.add("would kill " + target.service());
    }

    @Override
    public void killed(Target target, Instant at) {
        entries.add("killed " + target.service());
    }

    @Override
    public void back(Target target, Duration took) {
        entries.add("back " + target.service());
    }

    @Override
    public void notBack(Target target, Duration timeout) {
        entries.add("not back " + target.service());
    }

    @Override
    public void failed(String what) {
        entries.add("failed: " + what);
    }
}
