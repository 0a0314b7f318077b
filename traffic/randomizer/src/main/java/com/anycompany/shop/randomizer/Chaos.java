package com.anycompany.shop.randomizer;

import com.anycompany.shop.commandline.Stopwatch;
import java.time.Duration;
import java.util.List;

/** The loop: waits, kills one target, waits until it is replaced, and begins again. Errors are reported and don't end it. */
final class Chaos {

    private final Plan plan;
    private final Targets targets;
    private final RandomChoices choices;
    private final ChaosListener listener;
    private final RunLimit limit;
    private Tally tally = Tally.NOTHING;

    Chaos(Plan plan, Targets targets, RandomChoices choices, ChaosListener listener, RunLimit limit) {
        this.plan = plan;
        this.targets = targets;
        this.choices = choices;
        this.listener = listener;
        this.limit = limit;
    }

    Tally run() {
        RandomChoices.Draw draw = choices.draw();
        Duration pause = plan.atOnce() ? Duration.ZERO : plan.every().at(draw.pause());
        while (!limit.isReachedWithin(pause)) {
            Stopwatch round = Stopwatch.started();
            killOne(draw);
            draw = choices.draw();
            Duration rest = plan.every().at(draw.pause()).minus(round.elapsed());
            pause = rest.isNegative() ? Duration.ZERO : rest;
        }
        return tally;
    }

    private void killOne(RandomChoices.Draw draw) {
        try {
            List<Target> healthy = targets.healthy();
            if (healthy.isEmpty()) {
                throw new TargetAccessException("no target is healthy, so none is killed");
            }
            kill(draw.choose(healthy));
        } catch (TargetAccessException e) {
            tally = tally.withFailed();
            listener.failed(e.what());
        }
    }

    private void kill(Target target) throws TargetAccessException {
        if (plan.dryRun()) {
            listener.wouldKill(target);
            return;
        }
        Stopwatch sinceKill = Stopwatch.started();
        target.kill();
        tally = tally.withKill();
        listener.killed(target);
        watch(target, sinceKill);
    }

    private void watch(Target target, Stopwatch sinceKill) {
        String lastFailure = "";
        while (sinceKill.elapsed().compareTo(plan.timeout()) < 0) {
            try {
                if (target.isReplaced()) {
                    Duration took = sinceKill.elapsed();
                    tally = tally.withRecovery(took);
                    listener.back(target, took);
                    return;
                }
            } catch (TargetAccessException e) {
                if (!e.what().equals(lastFailure)) {
                    listener.failed(e.what());
                }
                lastFailure = e.what();
            }
            if (limit.isStopRequestedWithin(targets.pollInterval())) {
                return;
            }
        }
        tally = tally.withLost();
        listener.notBack(target, plan.timeout());
    }
}
