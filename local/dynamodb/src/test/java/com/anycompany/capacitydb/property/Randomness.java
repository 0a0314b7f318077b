package com.anycompany.capacitydb.property;

import java.util.Random;

/** Random choices that a seed repeats. */
final class Randomness {

    private final Random random;

    Randomness(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
