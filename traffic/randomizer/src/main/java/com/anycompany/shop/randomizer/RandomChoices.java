package com.anycompany.shop.randomizer;

import java.util.List;
import java.util.Random;

/**
 * Random choices from a seed. Each round draws the same number of values, whatever happens in it, so that a seed gives the same
 * order of services however long their recoveries take (docs/adr/022-chaos-is-a-program-of-its-own.md).
 */
final class RandomChoices {

    private final Random random;

    RandomChoices(long seed) {
        this.random = new Random(seed);
    }

    Draw draw() {
        return new Draw(random.nextDouble(), random.nextDouble(), random.nextDouble());
    }

    /** One round's random values, each from 0 up to 1: how long to wait, which service, which of its replicas. */
    record Draw(double pause, double service, double replica) {

        /**
         * Every service is as likely as any other, however many replicas it has.
         *
         * @param healthy not empty
         */
        Target choose(List<Target> healthy) {
            List<String> services =
                    healthy.stream().map(Target::service).distinct().sorted().toList();
            String chosen = services.get((int) (service * services.size()));
            List<Target> replicas = healthy.stream()
                    .filter(target -> target.service().equals(chosen))
                    .toList();
            return replicas.get((int) (replica * replicas.size()));
        }
    }
}
