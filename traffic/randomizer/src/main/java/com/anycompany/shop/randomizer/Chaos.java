package com.anycompany.shop.randomizer;

import java.time.Duration;
import java.util.List;

/** The loop: waits, kills one, watches until it is back, and begins again. Whatever goes wrong meanwhile is told, not fatal. */
final class Chaos {

    private final Plan plan;
    private final Victims victims;
    private final Dice dice;
    private final Witness witness;
    private final End end;
    private Tally tally = Tally.NOTHING;

    Chaos(Plan plan, Victims victims, Dice dice, Witness witness, End end) {
        this.plan = plan;
        this.victims = victims;
        this.dice = dice;
        this.witness = witness;
        this.end = end;
    }

    Tally run() {
        Dice.Cast cast = dice.cast();
        Duration pause = plan.atOnce() ? Duration.ZERO : plan.every().at(cast.pause());
        while (!end.comesWithin(pause)) {
            Stopwatch round = Stopwatch.started();
            killOne(cast);
            cast = dice.cast();
            Duration rest = plan.every().at(cast.pause()).minus(round.elapsed());
            pause = rest.isNegative() ? Duration.ZERO : rest;
        }
        return tally;
    }

    private void killOne(Dice.Cast cast) {
        try {
            List<Victim> healthy = victims.healthy();
            if (healthy.isEmpty()) {
                throw new Obstacle("nobody is healthy, so nobody is killed");
            }
            kill(cast.choose(healthy));
        } catch (Obstacle e) {
            tally = tally.withHindered();
            witness.hindered(e.what());
        }
    }

    private void kill(Victim victim) throws Obstacle {
        if (plan.dryRun()) {
            witness.wouldKill(victim);
            return;
        }
        Stopwatch sinceKill = Stopwatch.started();
        victim.kill();
        tally = tally.withKill();
        witness.killed(victim);
        watch(victim, sinceKill);
    }

    private void watch(Victim victim, Stopwatch sinceKill) {
        String lastObstacle = "";
        while (sinceKill.elapsed().compareTo(plan.patience()) < 0) {
            try {
                if (victim.isReplaced()) {
                    Duration took = sinceKill.elapsed();
                    tally = tally.withRecovery(took);
                    witness.back(victim, took);
                    return;
                }
            } catch (Obstacle e) {
                if (!e.what().equals(lastObstacle)) {
                    witness.hindered(e.what());
                }
                lastObstacle = e.what();
            }
            if (end.isCalledWithin(victims.glance())) {
                return;
            }
        }
        tally = tally.withLost();
        witness.notBack(victim, plan.patience());
    }
}
