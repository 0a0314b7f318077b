package com.anycompany.shop.randomizer;

import java.util.List;
import java.util.Random;

/**
 * All that is left to chance. Each round casts the same number of dice, whatever becomes of it, so that a seed gives the same
 * order of services however long their recoveries take.
 */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    Cast cast() {
        return new Cast(random.nextDouble(), random.nextDouble(), random.nextDouble());
    }

    /** One round's chances, each from 0 up to 1: how long to wait, which service, which of its replicas. */
    record Cast(double pause, double service, double replica) {

        /**
         * Every service is as likely as any other, however many replicas it has.
         *
         * @param healthy not empty
         */
        Victim choose(List<Victim> healthy) {
            List<String> services =
                    healthy.stream().map(Victim::service).distinct().sorted().toList();
            String chosen = services.get((int) (service * services.size()));
            List<Victim> replicas =
                    healthy.stream().filter(v -> v.service().equals(chosen)).toList();
            return replicas.get((int) (replica * replicas.size()));
        }
    }
}
