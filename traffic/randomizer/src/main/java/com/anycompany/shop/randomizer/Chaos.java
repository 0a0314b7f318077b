package com.anycompany.shop.randomizer;

import com.anycompany.shop.commandline.Stopwatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The loop: waits, kills one target or several at the same moment, waits until they are replaced, and begins again. Errors are reported and don't end it. */
final class Chaos {

    private final Plan plan;
    private final Targets targets;
    private final RandomChoices choices;
    private final ChaosListener listener;
    private final RunLimit limit;
    private final Clock clock;
    private Tally tally = Tally.NOTHING;

    Chaos(Plan plan, Targets targets, RandomChoices choices, ChaosListener listener, RunLimit limit, Clock clock) {
        this.plan = plan;
        this.targets = targets;
        this.choices = choices;
        this.listener = listener;
        this.limit = limit;
        this.clock = clock;
    }

    Tally run() {
        RandomChoices.Draw draw = choices.draw(plan.together());
        Duration pause = plan.atOnce() ? Duration.ZERO : plan.every().at(draw.pause());
        while (!limit.isReachedWithin(pause)) {
            Stopwatch round = Stopwatch.started();
            killSome(draw);
            draw = choices.draw(plan.together());
            Duration rest = plan.every().at(draw.pause()).minus(round.elapsed());
            pause = rest.isNegative() ? Duration.ZERO : rest;
        }
        return tally;
    }

    private void killSome(RandomChoices.Draw draw) {
        try {
            List<Target> healthy = targets.healthy();
            if (healthy.isEmpty()) {
                throw new TargetAccessException("no target is healthy, so none is killed");
            }
            kill(draw.choose(healthy));
        } catch (TargetAccessException e) {
            fail(e);
        }
    }

    private void kill(List<Target> chosen) {
        if (plan.dryRun()) {
            chosen.forEach(listener::wouldKill);
            return;
        }
        Instant at = clock.instant();
        Stopwatch sinceKill = Stopwatch.started();
        List<Target> killed = new ArrayList<>();
        for (Target target : chosen) {
            try {
                target.kill();
                killed.add(target);
            } catch (TargetAccessException e) {
                fail(e);
            }
        }
        for (Target target : killed) {
            tally = tally.withKill();
            listener.killed(target, at);
        }
        watch(killed, sinceKill);
    }

    private void watch(List<Target> killed, Stopwatch sinceKill) {
        List<Target> away = new ArrayList<>(killed);
        Set<String> failures = new HashSet<>();
        while (!away.isEmpty() && sinceKill.elapsed().compareTo(plan.timeout()) < 0) {
            away.removeIf(target -> isBack(target, sinceKill, failures));
            if (!away.isEmpty() && limit.isStopRequestedWithin(targets.pollInterval())) {
                return;
            }
        }
        for (Target target : away) {
            tally = tally.withLost();
            listener.notBack(target, plan.timeout());
        }
    }

    /** @param failures those that have been told already */
    private boolean isBack(Target target, Stopwatch sinceKill, Set<String> failures) {
        try {
            if (!target.isReplaced()) {
                return false;
            }
            Duration took = sinceKill.elapsed();
            tally = tally.withRecovery(took);
            listener.back(target, took);
            return true;
        } catch (TargetAccessException e) {
            if (failures.add(e.what())) {
                listener.failed(e.what());
            }
            return false;
        }
    }

    private void fail(TargetAccessException e) {
        tally = tally.withFailed();
        listener.failed(e.what());
    }
}
