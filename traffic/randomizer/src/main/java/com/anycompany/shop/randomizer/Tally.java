package com.anycompany.shop.randomizer;

import java.time.Duration;

/**
 * What came of it.
 *
 * @param lost kills after which the service didn't come back in time
 * @param hindered rounds in which nobody could be killed
 * @param worst the longest recovery
 */
record Tally(int kills, int lost, int hindered, Duration worst) {

    static final Tally NOTHING = new Tally(0, 0, 0, Duration.ZERO);

    Tally withKill() {
        return new Tally(kills + 1, lost, hindered, worst);
    }

    Tally withRecovery(Duration took) {
        return new Tally(kills, lost, hindered, took.compareTo(worst) > 0 ? took : worst);
    }

    Tally withLost() {
        return new Tally(kills, lost + 1, hindered, worst);
    }

    Tally withHindered() {
        return new Tally(kills, lost, hindered + 1, worst);
    }

    boolean isGood() {
        return lost == 0 && (kills > 0 || hindered == 0);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(kills)
                .append(kills == 1 ? " kill, " : " kills, ")
                .append(lost)
                .append(" without recovery");
        if (!worst.isZero()) {
            text.append(", worst recovery ").append(Durations.seconds(worst));
        }
        if (hindered > 0) {
            text.append(", ")
                    .append(hindered)
                    .append(hindered == 1 ? " round" : " rounds")
                    .append(" hindered");
        }
        return text.append('.').toString();
    }
}
