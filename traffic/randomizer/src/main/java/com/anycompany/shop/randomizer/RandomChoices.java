package com.anycompany.shop.randomizer;

import java.util.ArrayList;
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

    /** @param picks how many targets the round kills */
    Draw draw(int picks) {
        double pause = random.nextDouble();
        List<Pick> all = new ArrayList<>();
        for (int i = 0; i < picks; i++) {
            all.add(new Pick(random.nextDouble(), random.nextDouble()));
        }
        return new Draw(pause, all);
    }

    /** One round's random values, each from 0 up to 1: how long to wait, and for each target which service and replica. */
    record Draw(double pause, List<Pick> picks) {

        /**
         * Targets of different services; fewer than were asked for if there are fewer services.
         *
         * @param healthy not empty
         */
        List<Target> choose(List<Target> healthy) {
            List<Target> left = new ArrayList<>(healthy);
            List<Target> chosen = new ArrayList<>();
            for (Pick pick : picks) {
                if (!left.isEmpty()) {
                    Target target = pick.choose(left);
                    chosen.add(target);
                    left.removeIf(other -> other.service().equals(target.service()));
                }
            }
            return chosen;
        }
    }

    /** The random values of one target. */
    private record Pick(double service, double replica) {

        /** Every service is as likely as any other, however many replicas it has. */
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
